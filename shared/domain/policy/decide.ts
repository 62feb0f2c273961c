import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { rfc3339 } from '../verified-claims/moment.ts'
import type { Verification } from '../verified-claims/verified-claims.ts'
import type { Circumstances, Context, Decision, Facts } from './decision.ts'
import { judgeAcceptance } from './judge-acceptance.ts'
import { judgeAuthentication } from './judge-authentication.ts'
import { type Finding, finding, holds, type Lapse, passes } from './requirement.ts'
import type { Act, Vocabulary } from './service.ts'

/**
 * Judges whether an act may happen now. Pure and replayable: the decision names the act and the facts by digest.
 * `now` is epoch milliseconds.
 */
export const decide = (
  act: Act,
  facts: Facts,
  vocabulary: Vocabulary,
  now: number,
  { context = {} }: Circumstances = {},
): Decision => {
  const authentication = judgeAuthentication(act, facts, now)
  const claims = judgeEssentialClaims(act, facts)
  const acceptance = judgeAcceptances(act, facts.verifications, vocabulary, now)
  const findings = [...authentication, ...claims, ...acceptance.findings]
  const remedies = remediesOf(findings)
  const outcome = remedies[0] ?? 'permit'
  const first = outcome === 'permit' ? earliest(findings) : undefined
  return {
    outcome,
    requirements: findings.map(({ requirement }) => requirement),
    remedies,
    remedy: null,
    ...(first === undefined ? {} : { validUntil: rfc3339(first.at), lapsesFirst: first.fact }),
    satisfiedBy: acceptance.satisfiedBy,
    actHash: actHash(act),
    factsDigest: factsDigest(facts),
    contextDigest: contextDigest(context),
    decidedAt: rfc3339(now),
  }
}

export const actHash = (act: Act): string => sha256(canonicalJson(act as unknown as Json))

export const factsDigest = (facts: Facts): string => sha256(canonicalJson(facts as unknown as Json))

export const contextDigest = (context: Context): string => sha256(canonicalJson(context))

/** Heaviest remedy first: one new verification also renews and strengthens the authentication, never the other way. */
const severity: Decision['remedies'] = ['deny', 'manual-review', 're-verify', 'step-up', 're-authenticate', 'consent']

const remediesOf = (findings: readonly Finding[]): Decision['remedies'] =>
  severity.filter((remedy) => findings.some(({ requirement }) => requirement.remedy === remedy))

const earliest = (findings: readonly Finding[]): Lapse | undefined =>
  findings.flatMap(({ lapse }) => lapse ?? []).sort((a, b) => a.at - b.at)[0]

const judgeEssentialClaims = (act: Act, facts: Facts): Finding[] =>
  Object.entries(act.claims ?? {})
    .filter(([, wish]) => wish === 'essential')
    .map(([name]) =>
      finding(`claims.${name}`, 're-authenticate', {
        expected: name,
        actual: facts.claimNames.includes(name) ? 'stated' : 'not stated',
        pass: facts.claimNames.includes(name),
      }),
    )

interface AcceptanceJudgement {
  readonly findings: readonly Finding[]
  readonly satisfiedBy: Decision['satisfiedBy']
}

/**
 * Any one acceptance, met whole by any one object, satisfies the act. The explanation is that of the pair that holds longest,
 * or, when none holds, of the pair that came closest: a person is told the smallest gap.
 */
const judgeAcceptances = (
  act: Act,
  objects: readonly Verification[],
  vocabulary: Vocabulary,
  now: number,
): AcceptanceJudgement => {
  const accepts = act.accept ?? []
  if (accepts.length === 0) return { findings: [], satisfiedBy: [] }
  const pairs = accepts.flatMap((accept, index) =>
    objects.map((object) => ({
      object,
      findings: judgeAcceptance(accept, object, { rule: `accept[${index}]`, now, vocabulary }),
    })),
  )
  const satisfying = pairs.filter(({ findings }) => holds(findings))
  const longest = [...satisfying].sort((a, b) => lapseOf(b.findings) - lapseOf(a.findings))[0]
  const closest = [...pairs].sort((a, b) => passes(b.findings) - passes(a.findings))[0]
  return {
    findings: (longest ?? closest)?.findings ?? [
      nothingVerified(accepts.flatMap(({ trustFrameworks }) => trustFrameworks)),
    ],
    satisfiedBy: objects.flatMap(({ id }) => satisfiedBy(id, satisfying)),
  }
}

interface Pair {
  readonly object: Verification
  readonly findings: readonly Finding[]
}

/** An object that satisfies several alternatives holds as long as the longest of them. */
const satisfiedBy = (id: string, satisfying: readonly Pair[]): Decision['satisfiedBy'] => {
  const ends = satisfying.filter(({ object }) => object.id === id).map(({ findings }) => lapseOf(findings))
  if (ends.length === 0) return []
  const until = Math.max(...ends)
  return [Number.isFinite(until) ? { id, until: rfc3339(until) } : { id }]
}

const lapseOf = (findings: readonly Finding[]): number => earliest(findings)?.at ?? Number.POSITIVE_INFINITY

/** Nothing came back: the provider's normal way to say "not verified as you asked"; never its error. */
const nothingVerified = (frameworks: readonly string[]): Finding =>
  finding('accept', 're-verify', {
    expected: `claims verified under ${[...new Set(frameworks)].join(' or ')}`,
    actual: 'no verified claims',
    pass: false,
  })
