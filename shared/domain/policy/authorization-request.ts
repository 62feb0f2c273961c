import type { ProviderProfile } from '../provider/profile.ts'
import type { Acceptance, Act, Wish } from './service.ts'

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

/**
 * Compiles an act into the smallest request eSignet understands. Its traps, each avoided on purpose:
 * `null` means "give it, no constraint" while an absent member means "do not"; `{}` and `{essential: true}` on a verification
 * element never match; assurance level and evidence are asked for without constraint, because a constraint that is not met
 * makes the whole object vanish, and we want to see the gap and explain it; `acr` needs a `values` array. A release that has
 * no verified claims is asked for the same claims plainly: what an operator declares about it can then be applied to them.
 */
export const compileAct = (act: Act, profile: Pick<ProviderProfile, 'verifiedClaims'>): Ask => {
  const asserts = profile.verifiedClaims.release === 'asserted'
  const verified = asserts ? (act.accept ?? []).map(verifiedClaimsRequest) : []
  const wishes = asserts ? [act.claims ?? {}] : [...(act.accept ?? []).map(({ claims }) => claims), act.claims ?? {}]
  const plain = strongest(wishes).map(([name, wish]): [string, unknown] => [name, wished(wish)])
  return {
    scope: 'openid',
    acrValues: act.authentication.acrAnyOf,
    claims: {
      userinfo: {
        ...Object.fromEntries(plain),
        ...(verified.length === 0 ? {} : { verified_claims: verified.length === 1 ? verified[0] : verified }),
      },
      id_token: { acr: { values: act.authentication.acrAnyOf } },
    },
  }
}

/** Each claim once; essential wherever anything needs it. */
const strongest = (wishes: readonly Readonly<Record<string, Wish>>[]): readonly [string, Wish][] => {
  const all = new Map<string, Wish>()
  for (const [name, wish] of wishes.flatMap((each) => Object.entries(each)))
    if (all.get(name) !== 'essential') all.set(name, wish)
  return [...all]
}

const verifiedClaimsRequest = (accept: Acceptance): unknown => ({
  verification: {
    trust_framework:
      accept.trustFrameworks.length === 1 ? { value: accept.trustFrameworks[0] } : { values: accept.trustFrameworks },
    assurance_level: null,
    time: null,
    verification_process: null,
    evidence: evidenceRequest(accept),
  },
  claims: Object.fromEntries(Object.entries(accept.claims).map(([name, wish]) => [name, wished(wish)])),
})

/** Each entry is a filter and a template of the answer; `type` is the one mandatory member (OIDC4IDA §5.7.3). */
const evidenceRequest = (accept: Acceptance): readonly unknown[] =>
  (accept.evidence?.anyOf ?? [{ type: 'document' }]).map(({ type }) =>
    type === 'document'
      ? {
          type: { value: 'document' },
          check_details: [{ check_method: null, organization: null, time: null }],
          document_details: { type: null, issuer: { name: null }, date_of_expiry: null },
        }
      : { type: { value: type } },
  )

const wished = (wish: Wish): { essential: true } | null => (wish === 'essential' ? { essential: true } : null)
