import type { AuthorizationRules } from '../dialects/dialect.ts'
import type { Client } from '../registry/client.ts'
import type { ClaimsRequest, VerifiedClaimsRequest } from './claims-request.ts'

/** What a login will really ask the person to release. */
export interface ResolvedClaims {
  readonly essential: readonly string[]
  readonly voluntary: readonly string[]
  /** Claims asked for without a verification. */
  readonly plain: readonly string[]
  /** `verified_claims` entries, reduced to registered claims. */
  readonly verified: readonly VerifiedClaimsRequest[]
  /** Names that were asked for and silently left out, because the client never registered them. */
  readonly dropped: readonly string[]
}

export function resolveClaims(
  client: Client,
  scopes: readonly string[],
  request: ClaimsRequest,
  { claimsByScope, verifiedClaims }: Pick<AuthorizationRules, 'claimsByScope' | 'verifiedClaims'>,
): ResolvedClaims {
  const registered = new Set(client.userClaims)
  const verified = (verifiedClaims === 'released' ? request.verifiedClaims : [])
    .map((item) => ({ ...item, claims: new Map([...item.claims].filter(([name]) => registered.has(name))) }))
    .filter((item) => item.claims.size > 0)
  const verifiedNames = new Set(verified.flatMap((item) => [...item.claims.keys()]))
  const byScope = new Set(scopes.flatMap((scope) => claimsByScope[scope] ?? []))

  // A verified entry takes the place of the plain one with the same name.
  const plain = client.userClaims.filter(
    (name) => !verifiedNames.has(name) && (request.userinfo.has(name) || byScope.has(name)),
  )
  const isEssential = (name: string) =>
    verifiedNames.has(name)
      ? verified.some((item) => item.claims.get(name)?.essential === true)
      : request.userinfo.get(name)?.essential === true
  const requested = client.userClaims.filter((name) => verifiedNames.has(name) || plain.includes(name))
  const asked = [...request.userinfo.keys(), ...request.verifiedClaims.flatMap((item) => [...item.claims.keys()])]
  return {
    essential: requested.filter(isEssential),
    voluntary: requested.filter((name) => !isEssential(name)),
    plain,
    verified,
    dropped: [...new Set(asked)].filter((name) => !registered.has(name)),
  }
}
