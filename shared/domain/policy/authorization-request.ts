import { ok, type Result, refused } from '../../kernel/result.ts'
import type { ProviderProfile } from '../provider/profile.ts'
import { type EvidenceDetail, evidenceRequest } from './evidence-request.ts'
import { frameworksWanted, shortestValue, strongest, type WantedEntry } from './frameworks-wanted.ts'
import type { Act, Vocabulary, Wish } from './service.ts'

/** The parameters that ask a provider for exactly what an act needs. */
export interface Ask {
  readonly scope: string
  readonly acrValues: readonly string[]
  /** The `claims` parameter (Core §5.5), ready to be serialised. */
  readonly claims: ClaimsRequest
}

export interface ClaimsRequest {
  readonly userinfo: Readonly<Record<string, unknown>>
  readonly id_token: { readonly acr: { readonly values: readonly string[] } }
}

/** Why there is no request that asks for all of it. */
export type AskRefusal =
  | { readonly reason: 'too-long'; readonly bytes: number; readonly longest: number }
  /** The provider is asked for factors as alternatives, so one trip can only ask for those that suffice for every act. */
  | { readonly reason: 'no-common-acr' }
  /** eSignet's page decodes the parameter twice and fails. */
  | { readonly reason: 'percent-sign'; readonly name: string }
  | { readonly reason: 'value-too-short'; readonly name: string }

export interface Asking {
  /** Absent: a provider that asserts verified claims. */
  readonly profile?: Pick<ProviderProfile, 'verifiedClaims'>
  /** For frameworks that count as others, and for whom to name as verifiers. Absent: none do. */
  readonly vocabulary?: Vocabulary
  /** Acceptances of the acts (by index, counted through) that we have at too low a level; they are asked for with the level. */
  readonly tooLow?: ReadonlySet<number>
}

/** eSignet stores the request with the consent, in a column of 2048 characters; the serialised `claims` stay below this. */
export const longestClaims = 2_000

/**
 * One act as a request. Where `compileActs` finds none, it is what would be asked without any limit: the provider will refuse
 * it, nothing is lost without a word, and `policy lint` says so long before.
 */
export const compileAct = (
  act: Act,
  profile: Pick<ProviderProfile, 'verifiedClaims'>,
  vocabulary: Vocabulary = noVocabulary,
): Ask => {
  const ask = compileActs([act], { profile, vocabulary })
  return ask.ok ? ask.value : written(wanted([act], { profile, vocabulary }), reductions[0])
}

/**
 * Compiles one act or several into the smallest request eSignet understands, so that one trip serves all of them. Its traps,
 * each avoided on purpose: `null` means "give it, no constraint" while an absent member means "do not"; `{}` and
 * `{essential: true}` on a verification element never match; assurance level and evidence are asked for without constraint,
 * because a constraint that is not met makes the whole object vanish, and we want to see the gap and explain it (only a level
 * known to be too low is said, because the same object again would be no help); a `max_age` on `time` is not sent, because a
 * time with seconds does not parse and then nothing matches; `acr` needs a `values` array. A release that has no verified
 * claims is asked for the same claims plainly: what an operator declares about it can then be applied to them.
 *
 * What does not fit is reduced in the order of `reductions`; what any act needs to be permitted is never left out.
 */
export const compileActs = (acts: readonly Act[], asking: Asking = {}): Result<Ask, AskRefusal> => {
  const all = wanted(acts, asking)
  const flaw = flawIn(all)
  if (flaw !== undefined) return refused(flaw)
  for (const reduction of reductions) {
    const ask = written(all, reduction)
    if (bytesOf(ask) < longestClaims) return ok(ask)
  }
  return refused({ reason: 'too-long', bytes: bytesOf(written(all, shortest)), longest: longestClaims })
}

const bytesOf = ({ claims }: Ask): number => new TextEncoder().encode(JSON.stringify(claims)).length

interface Reduction {
  readonly evidence: EvidenceDetail
  readonly process: boolean
  readonly voluntary: boolean
}

const shortest: Reduction = { evidence: 'only-if-read', process: false, voluntary: false }

/** Least missed first: details of evidence, evidence, and the reference of the verifier where no rule reads them; then wishes. */
const reductions: readonly [Reduction, ...Reduction[]] = [
  { evidence: 'whole', process: true, voluntary: true },
  { evidence: 'read', process: true, voluntary: true },
  { evidence: 'only-if-read', process: true, voluntary: true },
  { evidence: 'only-if-read', process: false, voluntary: true },
  shortest,
]

interface Wanted {
  readonly acrValues: readonly string[]
  readonly plain: Readonly<Record<string, Wish>>
  readonly verified: readonly WantedEntry[]
}

const noVocabulary: Vocabulary = { trustFrameworks: {} }

const wanted = (acts: readonly Act[], { profile, vocabulary = noVocabulary, tooLow = new Set() }: Asking): Wanted => {
  const accepts = acts.flatMap(({ accept }) => accept ?? [])
  const plain = acts.map(({ claims }) => claims ?? {})
  const asserts = profile?.verifiedClaims.release !== 'none'
  const acceptances = accepts.map((accept, index) => ({ accept, tooLow: tooLow.has(index) }))
  return {
    acrValues: commonTo(acts.map(({ authentication }) => authentication.acrAnyOf)),
    plain: strongest(asserts ? plain : [...accepts.map(({ claims }) => claims), ...plain]),
    verified: asserts ? frameworksWanted(acceptances, vocabulary) : [],
  }
}

/** In the order of the first: eSignet shows ways to log in as they are asked for. */
const commonTo = ([first = [], ...others]: readonly (readonly string[])[]): readonly string[] =>
  first.filter((value) => others.every((other) => other.includes(value)))

const flawIn = ({ acrValues, plain, verified }: Wanted): AskRefusal | undefined => {
  if (acrValues.length === 0) return { reason: 'no-common-acr' }
  const frameworks = verified.flatMap((entry) => entry.frameworks)
  const values = [...frameworks, ...verified.flatMap(({ levels }) => levels ?? [])]
  const names = [
    ...values,
    ...acrValues,
    ...Object.keys(plain),
    ...verified.flatMap(({ claims }) => Object.keys(claims)),
  ]
  const percent = names.find((name) => name.includes('%'))
  if (percent !== undefined) return { reason: 'percent-sign', name: percent }
  const short = frameworks.find((value) => value.length < shortestValue)
  return short === undefined ? undefined : { reason: 'value-too-short', name: short }
}

const written = ({ acrValues, plain, verified }: Wanted, reduction: Reduction): Ask => {
  const entries = verified.map((entry) => verifiedClaimsRequest(entry, reduction))
  return {
    scope: 'openid',
    acrValues,
    claims: {
      userinfo: {
        ...wishes(reduction.voluntary ? plain : essentialOf(plain)),
        ...(entries.length === 0 ? {} : { verified_claims: entries.length === 1 ? entries[0] : entries }),
      },
      id_token: { acr: { values: acrValues } },
    },
  }
}

const verifiedClaimsRequest = (entry: WantedEntry, { evidence, process, voluntary }: Reduction): unknown => {
  const asked = evidenceRequest(entry.evidence, evidence)
  return {
    verification: {
      trust_framework: oneOf(entry.frameworks),
      assurance_level: entry.levels === undefined ? null : oneOf(entry.levels),
      time: null,
      ...(process ? { verification_process: null } : {}),
      ...(asked === undefined ? {} : { evidence: asked }),
    },
    claims: wishes(voluntary ? entry.claims : worthAsking(entry.claims)),
  }
}

/** An object that nobody needs a claim of is still needed, and an entry without claims is refused. */
const worthAsking = (claims: Readonly<Record<string, Wish>>): Readonly<Record<string, Wish>> => {
  const essential = essentialOf(claims)
  return Object.keys(essential).length === 0 ? claims : essential
}

const essentialOf = (claims: Readonly<Record<string, Wish>>): Readonly<Record<string, Wish>> =>
  Object.fromEntries(Object.entries(claims).filter(([, wish]) => wish === 'essential'))

const oneOf = (values: readonly string[]): unknown => (values.length === 1 ? { value: values[0] } : { values })

const wishes = (claims: Readonly<Record<string, Wish>>): Readonly<Record<string, { essential: true } | null>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, wish]) => [name, wish === 'essential' ? { essential: true } : null]),
  )
