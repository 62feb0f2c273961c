import fc from 'fast-check'
import { type Interference, modes } from './crossing.ts'
import { violations, watchEnds } from './invariants.ts'
import { type Lie, lies } from './lies.ts'
import { type ServiceId, serviceIds } from './memory-house.ts'
import { type Expected, type Model, modelBegins, modelVisited } from './model.ts'
import { cookieName, type Ended, type Rig } from './rig.ts'
import { answers, browsers, cameBack, type Visit } from './visits.ts'

/** The house under test, and a look at it after every command. */
export interface Watched {
  readonly rig: Rig
  readonly ends: () => readonly string[]
  /** With a scheduler deeds interleave, so that a command does not wait for its deed, and no model can say what comes of it. */
  readonly interleaved: boolean
  readonly count: { commands: number }
}

export const watched = (rig: Rig, interleaved: boolean, count: { commands: number }): Watched => ({
  rig,
  ends: watchEnds(rig),
  interleaved,
  count,
})

export type HistoryCommand = fc.AsyncCommand<Model, Watched>

interface Plan {
  readonly says: string
  /** Alone: does it, and compares with the model. */
  readonly alone: (model: Model, rig: Rig) => Promise<readonly string[]>
  /** Among others: sets it going. */
  readonly among: (rig: Rig) => void
}

const command = (plan: Plan): HistoryCommand => ({
  check: () => true,
  run: async (model, { rig, ends, interleaved, count }) => {
    count.commands += 1
    if (interleaved) plan.among(rig)
    const surprises = interleaved ? [] : [...(await plan.alone(model, rig)), ...unlike(model, rig)]
    // Deeds under way are between two writes of theirs; what must hold for ends holds when they have ended.
    const found = [...surprises, ...(interleaved ? [] : violations(rig)), ...ends()]
    if (found.length > 0) throw new Error(found.join('\n'))
  },
  toString: () => plan.says,
})

export const begin = (service: ServiceId, browser: number, interference: Interference | undefined): HistoryCommand =>
  command({
    says: `browser ${browser} begins at ${service}${said(interference)}`,
    alone: async (model, rig) => {
      const now = Math.floor(rig.time.now / 1000)
      const cookie = rig.cookies.get(cookieName(browser, service))
      const ended = await rig.begin({ service, browser }, interference)
      const browserSecret = ended.browserSecret ?? cookie?.browserSecret
      const expected = modelBegins(model, { state: ended.state ?? '', service, browserSecret, now }, interference)
      return surprises(expected, ended)
    },
    among: (rig) => void rig.begin({ service, browser }, interference),
  })

const comeBack = (visit: Visit, lie: Lie | undefined, interference: Interference | undefined): HistoryCommand =>
  command({
    says: `${visit.browser} browser comes back to login ${visit.login}, ${visit.service} service, with ${visit.says}${
      lie === undefined ? '' : `, provider lies (${lie.refusedAs})`
    }${said(interference)}`,
    alone: async (model, rig) => {
      const back = cameBack(rig, visit)
      const now = Math.floor(rig.time.now / 1000)
      const expected = modelVisited(model, { back, lie, now }, interference)
      return surprises(expected, await rig.comeBack(back, lie, interference))
    },
    among: (rig) => void rig.comeBack(cameBack(rig, visit), lie, interference),
  })

/** The same callback several times at once: one of them counts, the others find it taken. */
const comeBackTogether = (visit: Visit, times: number): HistoryCommand =>
  command({
    says: `${visit.browser} browser comes back to login ${visit.login} ${times} times at once with ${visit.says}`,
    alone: async (model, rig) => {
      const back = cameBack(rig, visit)
      const now = Math.floor(rig.time.now / 1000)
      const first = modelVisited(model, { back, lie: undefined, now }, undefined)
      const ends = await Promise.all(Array.from({ length: times }, () => rig.comeBack(back)))
      const welcomes = ends.filter(({ end }) => end === 'welcome').length
      const counted = ends.filter((ended) => surprises(first, ended).length === 0).length
      return welcomes === (first.end === 'welcome' ? 1 : 0) && counted >= 1
        ? []
        : [`together: ${ends.map(({ end, refusal }) => `${end} ${refusal?.code ?? ''}`).join(', ')}`]
    },
    among: (rig) => {
      for (let time = 0; time < times; time += 1) void rig.comeBack(cameBack(rig, visit))
    },
  })

const clock = (seconds: number): HistoryCommand =>
  command({
    says: `clock ${seconds < 0 ? '' : '+'}${seconds} s`,
    alone: async (_, rig) => move(rig, seconds),
    among: (rig) => void move(rig, seconds),
  })

const move = (rig: Rig, seconds: number): readonly string[] => {
  rig.time.now += seconds * 1000
  return []
}

const said = (interference: Interference | undefined): string =>
  interference === undefined ? '' : `, call ${interference.at} ${interference.mode}`

const surprises = (expected: Expected, ended: Ended): readonly string[] => {
  const code = ended.refusal?.code
  const codeFits = code === undefined ? expected.codes === undefined : (expected.codes?.includes(code) ?? false)
  return expected.end === ended.end && codeFits && expected.auditLost === ended.auditLost
    ? []
    : [
        `expected ${JSON.stringify(expected)}, actual ${ended.end} ${code ?? ''} ${ended.auditLost ? '(audit lost)' : ''}`,
      ]
}

/** The tables, row for row, against what the model remembers. */
const unlike = (model: Model, { store, exchanges }: Rig): readonly string[] => [
  ...[...model].flatMap(([hash, login]) => {
    const row = store.logins.get(hash)
    const reasonFits = login.row !== 'FAILED' || login.reasons?.some((reason) => reason === row?.reason) === true
    const leaseFits = login.row !== 'EXCHANGING' || login.leaseUntil === row?.leaseUntil
    const exchanged = exchanges.filter((each) => each === hash).length
    return row?.state === login.row && reasonFits && leaseFits && exchanged === login.exchanges
      ? []
      : [`expected row ${login.row} (${login.reasons ?? ''}), actual ${row?.state} (${row?.reason ?? ''})`]
  }),
  ...(store.logins.size === model.size ? [] : [`expected ${model.size} rows, actual ${store.logins.size}`]),
  ...([...model.values()].filter(({ row }) => row === 'DONE').length === store.sessions.size
    ? []
    : ['sessions and finished logins differ in number']),
]

/** No login makes more calls than this. */
const mostCalls = 11
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, oneIn: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const interference = fc.record({ at: fc.nat({ max: mostCalls }), mode: fc.constantFrom(...modes) })
const visit = (likely: number): fc.Arbitrary<Visit> =>
  fc.record({
    login: fc.nat({ max: 4 }),
    browser: mostly('own', browsers, likely),
    service: mostly('own', ['own', 'other'] as const, likely),
    says: mostly('code', answers, likely),
  })
const mostly = <Value>(usual: Value, all: readonly Value[], weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...all) })

const clockMoves = fc.oneof(
  fc.constantFrom(29, 30, 31),
  fc.constantFrom(30, 59 * 60, 3600, -3600, -60, -61),
  fc.integer({ min: 1, max: 90 * 60 }),
  fc.integer({ min: -3600, max: -1 }),
)

/** Histories: at most `longest` commands each. */
export const histories = (longest: number): fc.Arbitrary<Iterable<HistoryCommand>> =>
  fc.commands(
    [
      fc.tuple(fc.constantFrom(...serviceIds), fc.nat({ max: 2 }), maybe(interference, 3)).map((of) => begin(...of)),
      fc.tuple(fc.constantFrom(...serviceIds), fc.nat({ max: 2 })).map((of) => begin(...of, undefined)),
      fc.tuple(visit(4), maybe(fc.constantFrom(...lies), 3), maybe(interference, 3)).map((of) => comeBack(...of)),
      visit(8).map((one) => comeBack(one, undefined, undefined)),
      fc.tuple(visit(8), interference).map(([one, met]) => comeBack(one, undefined, met)),
      fc.tuple(visit(6), fc.integer({ min: 2, max: 4 })).map((of) => comeBackTogether(...of)),
      clockMoves.map(clock),
    ],
    { maxCommands: longest, size: 'max' },
  )
