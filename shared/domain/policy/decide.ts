import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { sourceOf } from '../claims/derived-claims.ts'
import { rfc3339 } from '../verified-claims/moment.ts'
import { type ActInContext, actInContext } from './act-in-context.ts'
import type { Circumstances, Context, Decision, Facts } from './decision.ts'
import { type AcceptanceJudgement, judgeAcceptances } from './judge-acceptances.ts'
import { judgeAuthentication } from './judge-authentication.ts'
import { wayOut } from './remedy.ts'
import { earliest, type Finding, finding } from './requirement.ts'
import type { Act, Vocabulary } from './service.ts'

/**
 * Judges whether an act may happen now. Pure and replayable: the decision names the act, the facts and the context by digest.
 * `now` is epoch milliseconds.
 */
export const decide = (
  act: Act,
  facts: Facts,
  vocabulary: Vocabulary,
  now: number,
  { context = {}, ...circumstances }: Circumstances = {},
): Decision => {
  const inContext = actInContext(act, context)
  const judged = inContext.ends ? undecided : judge(inContext, facts, vocabulary, now)
  const findings = [...inContext.findings, ...judged.findings]
  const remedies = remediesOf(findings)
  const first = remedies.length === 0 ? earliest(findings) : undefined
  return {
    outcome: remedies[0] ?? 'permit',
    requirements: findings.map(({ requirement }) => requirement),
    remedies,
    ...wayOut({ ...judged, act: inContext.act, remedies }, vocabulary, now, circumstances),
    ...(first === undefined ? {} : { validUntil: rfc3339(first.at), lapsesFirst: first.fact }),
    satisfiedBy: judged.satisfiedBy,
    actHash: actHash(act),
    factsDigest: factsDigest(facts),
    contextDigest: contextDigest(context),
    decidedAt: rfc3339(now),
  }
}

export const actHash = (act: Act): string => sha256(canonicalJson(act as unknown as Json))

export const factsDigest = (facts: Facts): string => sha256(canonicalJson(facts as unknown as Json))

export const contextDigest = (context: Context): string => sha256(canonicalJson(context))

interface Judgement extends AcceptanceJudgement {
  readonly missing: readonly string[]
}

const undecided: Judgement = { findings: [], satisfiedBy: [], tooLow: new Set(), missing: [] }

const judge = ({ act, paths }: ActInContext, facts: Facts, vocabulary: Vocabulary, now: number): Judgement => {
  const missing = missingClaims(act, facts)
  const acceptance = judgeAcceptances(act, facts.verifications, { path: paths.accept, vocabulary, now })
  const findings = [
    ...judgeAuthentication(act, facts, now, paths),
    ...judgeEssentialClaims(act, missing),
    ...acceptance.findings,
  ]
  return { ...acceptance, findings, missing }
}

/** Heaviest remedy first: one new verification also renews and strengthens the authentication, never the other way. */
const severity: Decision['remedies'] = ['deny', 'manual-review', 're-verify', 'step-up', 're-authenticate', 'consent']

const remediesOf = (findings: readonly Finding[]): Decision['remedies'] => {
  const named = new Set(findings.flatMap(({ requirement }) => requirement.remedy ?? []))
  return severity.filter((remedy) => named.has(remedy))
}

const essential = ({ claims = {} }: Act): string[] => Object.keys(claims).filter((name) => claims[name] === 'essential')

/** A claim that came verified came: eSignet then leaves it out of the plain ones. */
const missingClaims = (act: Act, { claimNames, verifications }: Facts): readonly string[] => {
  const names = essential(act)
  if (names.length === 0) return []
  const own = verifications.filter(({ obtainedFor }) => obtainedFor === undefined)
  const stated = new Set([...claimNames, ...own.flatMap((object) => object.claimNames)])
  return names.filter((name) => !stated.has(sourceOf(name)))
}

const judgeEssentialClaims = (act: Act, missing: readonly string[]): Finding[] =>
  essential(act).map((name) =>
    finding(`claims.${name}`, 're-authenticate', {
      expected: name,
      actual: missing.includes(name) ? 'not stated' : 'stated',
      pass: !missing.includes(name),
    }),
  )
