import type { Command } from '../command.ts'
import { contextOf, readPeople, timeOf } from '../facts.ts'
import { type Impact, impactOf } from '../impact.ts'
import { readOptions } from '../options.ts'
import { readServiceFiles } from '../service-files.ts'

export const policyImpact: Command = {
  name: 'policy impact',
  summary: 'who would gain or lose which act if other service files were deployed',
  help: `verify-once policy impact --from <folder> --to <folder> --facts <file> [--context <json>] [--now <time>] [--json]

Decides every act of both folders for everybody in the file, and tells the differences: counted, and by opaque id. Facts are
metadata, never values of claims; whoever is in the file is known by an id only.

  --from <folder>          the service files as they are, with their vocabulary: services
  --to <folder>            as they would be
  --facts <file>           [{"id": "…", "service": "omera-bank", "facts": {…}}, …]; docs/services.md shows one
  --context <json>         circumstances for risk rules: {"amount": 12000}
  --now <time>             2030-01-31T10:00:00Z; otherwise now
  --json                   as JSON

The status is 1 when somebody would lose an act.`,
  async run(args, terminal) {
    const options = readOptions(args, {
      from: 'text',
      to: 'text',
      facts: 'text',
      context: 'text',
      now: 'text',
      json: 'flag',
    })
    const from = await readServiceFiles('all', options.required('from', 'the folder with the files as they are'))
    const to = await readServiceFiles('all', options.required('to', 'the folder with the files as they would be'))
    const people = await readPeople(options.required('facts', 'a JSON file with what is known of many people'))
    const now = timeOf(options.optional('now'), terminal.now)
    const impacts = impactOf(from, to, people, { now, context: contextOf(options.optional('context')) })
    terminal.out(options.flag('json') ? JSON.stringify({ impacts }, null, 2) : told(impacts))
    return impacts.some(({ loses }) => loses.length > 0) ? 1 : 0
  },
}

const told = (impacts: readonly Impact[]): string => {
  const changed = impacts.filter(isChange)
  const same = impacts.length - changed.length
  return [...changed.map(block), `${same} of ${impacts.length} acts end for everybody as before.`].join('\n')
}

const isChange = ({ kind, gains, loses, otherwise }: Impact): boolean =>
  kind !== 'both' || gains.length + loses.length + otherwise.length > 0

const block = ({ service, act, kind, people, permittedBefore, permittedAfter, ...who }: Impact): string =>
  [
    `${service}/${act}${kind === 'both' ? '' : ` (${kind})`}: ${permittedBefore} of ${people} before, ${permittedAfter} after`,
    ...listedAs('gains', who.gains),
    ...listedAs('loses', who.loses),
    ...listedAs(
      'otherwise',
      who.otherwise.map(({ id, before, after }) => `${id} (${before} → ${after})`),
    ),
  ].join('\n')

const listedAs = (word: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`  ${word} (${ids.length}): ${ids.join(', ')}`]
