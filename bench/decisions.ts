import { decide } from '../shared/domain/policy/decide.ts'
import type { Facts } from '../shared/domain/policy/decision.ts'
import type { Act, Vocabulary } from '../shared/domain/policy/service.ts'

// npm run decisions [-- <rounds>]: how long one decision takes, against the cheapest thing that reads the same input at all:
// writing act and facts as JSON and parsing them again. Both in the same process, in turns, so that a busy machine hits both;
// the ratio is what may be compared between machines.

const now = Date.parse('2026-11-24T12:00:00Z')

const vocabulary: Vocabulary = {
  trustFrameworks: {
    eidas: { name: 'eIDAS', levels: ['low', 'substantial', 'high'], verifiers: ['verifier.veridonia.example'] },
    'westalis-nid': { name: 'Westalis national identity', levels: ['standard'] },
  },
  equivalences: [
    {
      framework: 'westalis-nid',
      level: 'standard',
      countsAs: { framework: 'eidas', level: 'substantial' },
      declaredBy: 'Compliance',
      since: '2026-01-01',
    },
  ],
}

const act: Act = {
  authentication: { acrAnyOf: ['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics'], maxAge: 'PT30M' },
  claims: { email: 'voluntary' },
  accept: [
    {
      trustFrameworks: ['eidas'],
      assuranceLevel: { atLeast: 'substantial' },
      verifiedWithin: 'P1Y',
      verifiers: ['verifier.veridonia.example'],
      evidence: { anyOf: [{ type: 'document', documents: ['passport', 'idcard'] }], notExpired: true },
      claims: { name: 'essential', country: 'essential', birthdate: 'voluntary' },
    },
  ],
  risk: [
    { when: { amount: { above: 10_000 } }, authentication: { acrAnyOf: ['mosip:idp:acr:biometrics'], maxAge: 'PT5M' } },
    { when: { country: { notIn: ['VD', 'WS'] } }, outcome: 'manual-review' },
  ],
}

const verification: Facts['verifications'][number] = {
  id: '4MnrqVNIujU9YXeosbH8DB',
  origin: 'asserted',
  trustFramework: 'eidas',
  assuranceLevel: 'high',
  time: { at: '2026-11-04T09:30:59Z' },
  verificationProcess: '7675D80F-57E0-AB14-9543-26B41FC22',
  verifiers: ['verifier.veridonia.example'],
  evidence: [
    {
      type: 'document',
      kind: 'passport',
      issuer: 'Republic of Westalis',
      expires: '2031-05-01',
      checkMethods: ['vpiruv'],
    },
  ],
  claimNames: ['birthdate', 'country', 'name'],
}

const factsWith = (...verifications: Facts['verifications']): Facts => ({
  authentication: { acr: ['mosip:idp:acr:generated-code'], authTime: now / 1000 - 60 },
  claimNames: ['email'],
  verifications,
})

const context = { amount: 900, country: 'VD' }

const cases: readonly (readonly [name: string, facts: Facts])[] = [
  ['permit', factsWith(verification)],
  ['re-verify, with its request', factsWith({ ...verification, assuranceLevel: 'low' })],
  ['eight verifications', factsWith(...Array.from({ length: 8 }, (_, at) => ({ ...verification, id: `${at}` })))],
]

const [rounds = '200'] = process.argv.slice(2)
const perTurn = 200
/** What was made last, so that making it cannot be left out. */
let swallowed: unknown

const rows = cases.map(([name, facts]) => {
  const decision = () => decide(act, facts, vocabulary, now, { context })
  const baseline = () => JSON.parse(JSON.stringify([act, facts]))
  for (let turn = 0; turn < 20; turn += 1) microseconds(turn % 2 === 0 ? decision : baseline)
  const pairs = Array.from({ length: Number(rounds) }, (_, turn) => inTurns(turn, decision, baseline))
  const us = median(pairs.map(([own]) => own))
  return {
    name,
    outcome: decision().outcome,
    'µs a decision': rounded(us),
    'decisions a second and core': Math.round(1_000_000 / us),
    'µs as JSON and back': rounded(median(pairs.map(([, other]) => other))),
    ratio: rounded(median(pairs.map(([own, other]) => own / other))),
  }
})

console.table(rows)
if (swallowed === undefined) throw new Error('nothing was decided')
console.log(JSON.stringify({ node: process.version, rounds: Number(rounds), perTurn, rows }))

/** Who goes first changes, so that neither always meets the other's garbage. */
function inTurns(
  turn: number,
  decision: () => unknown,
  baseline: () => unknown,
): readonly [own: number, other: number] {
  if (turn % 2 === 0) return [microseconds(decision), microseconds(baseline)]
  const other = microseconds(baseline)
  return [microseconds(decision), other]
}

/** CPU time of this process, the collector of garbage included: whoever else uses the machine does not count. */
function microseconds(deed: () => unknown): number {
  const started = process.cpuUsage()
  for (let at = 0; at < perTurn; at += 1) swallowed = deed()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / perTurn
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
