import { nearest } from '../../../shared/adapters/service-files/nearest.ts'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { Decision, Requirement } from '../../../shared/domain/policy/decision.ts'
import type { Act } from '../../../shared/domain/policy/service.ts'
import { BadArguments, type Command } from '../command.ts'
import { contextOf, readFacts, timeOf } from '../facts.ts'
import { listed } from '../finding.ts'
import { readOptions } from '../options.ts'
import { releaseNames, releaseOfStage } from '../release.ts'
import { readServiceFile, type ServiceFile } from '../service-files.ts'

export const policyExplain: Command = {
  name: 'policy explain',
  summary: 'the decision about one act for given facts, requirement by requirement',
  help: `verify-once policy explain --service <id or file> --act <act> --facts <file>
                         [--context <json>] [--now <time>] [--release <release> | --stage <stage>] [--json]

Decides as the doors would, and tells why. The facts are metadata, never values of claims: who verified, under which
framework, when, on what evidence. docs/services.md shows such a file.

  --service <id or file>   omera-bank, or services/omera-bank.json
  --act <act>              open-account
  --facts <file>           {"authentication": …, "claimNames": […], "verifications": […]}
  --context <json>         circumstances for risk rules: {"amount": 12000}
  --now <time>             2030-01-31T10:00:00Z; otherwise now
  --release <release>      ${releaseNames.join(', ')}: decides what the provider can be asked
  --stage <stage>          otherwise the release cdk.json says for this stage; without either, that of the practice stage
  --json                   the decision as JSON

The status is 0 with permit, 1 with any other outcome.`,
  async run(args, terminal) {
    const options = readOptions(args, {
      service: 'text',
      act: 'text',
      facts: 'text',
      context: 'text',
      now: 'text',
      release: 'text',
      stage: 'text',
      json: 'flag',
    })
    const file = await readServiceFile(fileOf(options.required('service', 'a service id or a file in services/')))
    const name = options.required('act', `one of ${listed(Object.keys(file.service.acts))}`)
    const act = actIn(file, name)
    const facts = await readFacts(options.required('facts', 'a JSON file with what is known of the person'))
    const context = contextOf(options.optional('context'))
    const now = timeOf(options.optional('now'), terminal.now)
    const stage = options.optional('stage') ?? 'practice'
    const { profile } = releaseOfStage(stage, file.service.provider, options.optional('release'))
    const decision = decide(act, facts, file.vocabulary, now, { context, profile })
    terminal.out(
      options.flag('json')
        ? JSON.stringify({ service: file.service.id, act: name, ...decision }, null, 2)
        : told(`${file.service.id}/${name}`, decision),
    )
    return decision.outcome === 'permit' ? 0 : 1
  },
}

const fileOf = (service: string): string => (service.endsWith('.json') ? service : `services/${service}.json`)

const actIn = ({ service }: ServiceFile, name: string): Act => {
  const act = Object.hasOwn(service.acts, name) ? service.acts[name] : undefined
  if (act !== undefined) return act
  const names = Object.keys(service.acts)
  const meant = nearest(name, names)
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
  throw new BadArguments(`${service.id} has no act "${name}"; there are ${listed(names)}.${hint}`)
}

const told = (what: string, decision: Decision): string => {
  const { outcome, requirements, validUntil, lapsesFirst, explanation, remedy, decidedAt } = decision
  return [
    `${what}: ${outcome}, at ${decidedAt}`,
    ...(validUntil === undefined ? [] : [`until ${validUntil}, when the ${lapsesFirst} lapses`]),
    '',
    ...requirements.map(line),
    ...(remedy === null ? [] : ['', `What mends it: ${remedy.kind}`, ...details(remedy)]),
    ...(explanation === undefined ? [] : ['', explanation]),
  ].join('\n')
}

const details = ({ ask, consentTo }: NonNullable<Decision['remedy']>): readonly string[] => [
  ...(consentTo === undefined ? [] : [`  consent to what was verified for ${consentTo.join(', ')}`]),
  ...(ask === undefined ? [] : [`  acr_values ${ask.acrValues.join(' ')}`, `  claims ${JSON.stringify(ask.claims)}`]),
]

const line = ({ rule, expected, actual, pass, remedy }: Requirement): string =>
  pass
    ? `✓ ${rule}: ${actual}`
    : `✗ ${rule}\n    expected  ${expected}\n    found     ${actual}\n    remedy    ${remedy ?? 'none'}`
