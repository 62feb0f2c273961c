import { rfc3339 } from '../verified-claims/moment.ts'
import type { Decision, KnownVerification } from './decision.ts'
import { judgeAcceptance } from './judge-acceptance.ts'
import { mayCount } from './judge-reuse.ts'
import { type Finding, finding, holds, lapseOf } from './requirement.ts'
import type { Act, Vocabulary } from './service.ts'

export interface AcceptanceJudgement {
  readonly findings: readonly Finding[]
  readonly satisfiedBy: Decision['satisfiedBy']
  /** Acceptances (by index) whose framework we have, and at too low a level only: the same object again would be no help. */
  readonly tooLow: ReadonlySet<number>
  /** The purpose of the verification that `findings` are about, where it is another one. */
  readonly obtainedFor?: string
}

interface Pair {
  readonly index: number
  /** Path of the acceptance. */
  readonly rule: string
  readonly object: KnownVerification
  readonly findings: readonly Finding[]
}

/**
 * Any one acceptance, met whole by any one object, satisfies the act. The explanation is that of the pair that holds longest,
 * or, when none holds, of the pair that came closest: a person is told the smallest gap, and asked for a yes rather than for a
 * new verification. `path` is where the acceptances are written down, `now` epoch milliseconds.
 */
export const judgeAcceptances = (
  act: Act,
  known: readonly KnownVerification[],
  { path, vocabulary, now }: { readonly path: string; readonly vocabulary: Vocabulary; readonly now: number },
): AcceptanceJudgement => {
  const accepts = act.accept ?? []
  if (accepts.length === 0) return { findings: [], satisfiedBy: [], tooLow: new Set() }
  const objects = known.filter((object) => mayCount(act, object))
  const pairs = accepts.flatMap((accept, index) =>
    objects.map((object): Pair => {
      const rule = `${path}[${index}]`
      return {
        index,
        rule,
        object,
        findings: judgeAcceptance(accept, object, { rule, now, vocabulary, reuse: act.reuse }),
      }
    }),
  )
  const satisfying = pairs.filter(({ findings }) => holds(findings))
  const longest = [...satisfying].sort((a, b) => lapseOf(b.findings) - lapseOf(a.findings))[0]
  const told = longest ?? [...pairs].sort(closestFirst)[0]
  return {
    findings: told?.findings ?? [
      nothingVerified(
        path,
        accepts.flatMap(({ trustFrameworks }) => trustFrameworks),
      ),
    ],
    satisfiedBy: objects.flatMap(({ id }) => satisfiedBy(id, satisfying)),
    tooLow: longest === undefined ? tooLow(accepts.length, pairs) : new Set(),
    ...(told?.object.obtainedFor === undefined ? {} : { obtainedFor: told.object.obtainedFor }),
  }
}

/** Fewest new verifications first, then fewest questions, then most that holds. */
const closestFirst = (a: Pair, b: Pair): number =>
  failures(a, 're-verify') - failures(b, 're-verify') ||
  failures(a, 'consent') - failures(b, 'consent') ||
  b.findings.length - a.findings.length

const failures = ({ findings }: Pair, kind: 're-verify' | 'consent'): number =>
  findings.filter(({ requirement }) => requirement.remedy === kind).length

const tooLow = (accepts: number, pairs: readonly Pair[]): ReadonlySet<number> =>
  new Set([...Array(accepts).keys()].filter((index) => isTooLow(pairs.filter((pair) => pair.index === index))))

const isTooLow = (pairs: readonly Pair[]): boolean => {
  const ofTheFramework = pairs.filter((pair) => !fails(pair, 'trustFrameworks'))
  return ofTheFramework.length > 0 && ofTheFramework.every((pair) => fails(pair, 'assuranceLevel'))
}

const fails = ({ rule, findings }: Pair, member: 'trustFrameworks' | 'assuranceLevel'): boolean =>
  findings.some(({ requirement }) => !requirement.pass && requirement.rule === `${rule}.${member}`)

/** An object that satisfies several alternatives holds as long as the longest of them. */
const satisfiedBy = (id: string, satisfying: readonly Pair[]): Decision['satisfiedBy'] => {
  const ends = satisfying.filter(({ object }) => object.id === id).map(({ findings }) => lapseOf(findings))
  if (ends.length === 0) return []
  const until = Math.max(...ends)
  return [Number.isFinite(until) ? { id, until: rfc3339(until) } : { id }]
}

/** Nothing came back: the provider's normal way to say "not verified as you asked"; never its error. */
const nothingVerified = (path: string, frameworks: readonly string[]): Finding =>
  finding(path, 're-verify', {
    expected: `claims verified under ${[...new Set(frameworks)].join(' or ')}`,
    actual: 'no verified claims',
    pass: false,
  })
