import type { Command } from '../command.ts'
import { exitStatus, tellFinding, tellSum } from '../finding.ts'
import { lint } from '../lint/index.ts'
import { readOptions } from '../options.ts'
import { releaseNames, releaseOfStage } from '../release.ts'
import { actsOf, readServiceFiles } from '../service-files.ts'

export const policyLint: Command = {
  name: 'policy lint',
  summary: 'acts in service files that no login at this release can ever satisfy',
  help: `verify-once policy lint --service <file or all> [--release <release> | --stage <stage>] [--json]

Holds every service and its acts against what the release of its provider can do: encrypted UserInfo, bound tokens,
authentication contexts, trust frameworks and their levels, verifiers, claims, verified claims; and against itself: risk
rules that never match or come too late, reuse from purposes nobody has, ages of nothing. Each finding names the file, the
path in it, what was probably meant, and what to do.

  --service <file or all>  services/omera-bank.json, or every file in services/
  --release <release>      ${releaseNames.join(', ')}
  --stage <stage>          otherwise the release cdk.json says for this stage; without either, that of the practice stage
  --json                   findings as JSON

The status is 1 when an act can never be satisfied.`,
  async run(args, terminal) {
    const options = readOptions(args, { service: 'text', release: 'text', stage: 'text', json: 'flag' })
    const files = await readServiceFiles(options.required('service', 'a file in services/, or "all"'))
    const stage = options.optional('stage') ?? 'practice'
    const findings = files.flatMap((file) =>
      lint([file], releaseOfStage(stage, file.service.provider, options.optional('release'))),
    )
    if (options.flag('json')) terminal.out(JSON.stringify({ findings }, null, 2))
    else {
      for (const finding of findings) terminal.out(tellFinding(finding))
      const acts = files.flatMap(actsOf).length
      terminal.out(`${acts} ${acts === 1 ? 'act' : 'acts'} looked at. ${tellSum(findings)}`)
    }
    return exitStatus(findings)
  },
}
