import { decide } from '../../shared/domain/policy/decide.ts'
import type { Context, DecisionOutcome, Facts } from '../../shared/domain/policy/decision.ts'
import type { Act, Vocabulary } from '../../shared/domain/policy/service.ts'
import type { KnownPerson } from './facts.ts'
import type { ServiceFile } from './service-files.ts'

/** What becomes of one act when the files of one folder take the place of another's. Opaque ids only. */
export interface Impact {
  readonly service: string
  readonly act: string
  /** `added` and `removed` acts have one side only. */
  readonly kind: 'both' | 'added' | 'removed'
  /** Of how many people something is known at this service. */
  readonly people: number
  readonly permittedBefore: number
  readonly permittedAfter: number
  readonly gains: readonly string[]
  readonly loses: readonly string[]
  /** Not permitted before nor after, but for another reason: with the outcomes. */
  readonly otherwise: readonly {
    readonly id: string
    readonly before: DecisionOutcome
    readonly after: DecisionOutcome
  }[]
}

interface Side {
  readonly act: Act
  readonly vocabulary: Vocabulary
}

/** Compares two folders of service files for these people, at one moment and under the same circumstances. */
export const impactOf = (
  from: readonly ServiceFile[],
  to: readonly ServiceFile[],
  people: readonly KnownPerson[],
  { now, context }: { now: number; context: Context },
): readonly Impact[] => {
  const before = sidesOf(from)
  const after = sidesOf(to)
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((place) => {
    const [service = '', act = ''] = place.split('/')
    const there = people.filter((person) => person.service === service)
    const outcome = (side: Side | undefined, facts: Facts) =>
      side === undefined ? undefined : decide(side.act, facts, side.vocabulary, now, { context }).outcome
    const fates = there.map(({ id, facts }) => ({
      id,
      before: outcome(before.get(place), facts),
      after: outcome(after.get(place), facts),
    }))
    const kind = !before.has(place) ? 'added' : after.has(place) ? 'both' : 'removed'
    return { service, act, kind, people: there.length, ...summed(fates) }
  })
}

interface Fate {
  readonly id: string
  readonly before: DecisionOutcome | undefined
  readonly after: DecisionOutcome | undefined
}

const summed = (fates: readonly Fate[]): Omit<Impact, 'service' | 'act' | 'kind' | 'people'> => ({
  permittedBefore: fates.filter(({ before }) => before === 'permit').length,
  permittedAfter: fates.filter(({ after }) => after === 'permit').length,
  gains: fates.filter(({ before, after }) => before !== 'permit' && after === 'permit').map(({ id }) => id),
  loses: fates.filter(({ before, after }) => before === 'permit' && after !== 'permit').map(({ id }) => id),
  otherwise: fates.flatMap(({ id, before, after }) =>
    before === undefined || after === undefined || before === after || before === 'permit' || after === 'permit'
      ? []
      : [{ id, before, after }],
  ),
})

/** No id and no name of an act holds a slash. */
const sidesOf = (files: readonly ServiceFile[]): ReadonlyMap<string, Side> =>
  new Map(
    files.flatMap(({ service, vocabulary }) =>
      Object.entries(service.acts).map(([name, act]) => [`${service.id}/${name}`, { act, vocabulary }] as const),
    ),
  )
