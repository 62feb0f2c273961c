import { sha256 } from '../../kernel/sha256.ts'
import type { VerifiedIdentity } from '../claims/judge-identity.ts'
import { factsDigest } from '../policy/decide.ts'
import type { Facts } from '../policy/decision.ts'
import { plus } from '../policy/duration.ts'
import type { Service } from '../policy/service.ts'

/** Who is here at one service. Times are epoch seconds; the store keeps it under a hash of the cookie's value. */
export interface Session {
  readonly sessionHash: string
  readonly service: string
  /** Pairwise: the same person is another opaque string at every service. */
  readonly subject: string
  /** The act the person logged in for. */
  readonly act: string
  readonly acr: readonly string[]
  readonly authTime: number
  /** Ids of the verified-claims objects that came with this login. */
  readonly facts: readonly string[]
  readonly claimNames: readonly string[]
  readonly factsDigest: string
  readonly createdAt: number
  readonly expiresAt: number
}

/**
 * Opens a session for a verified identity, and for nothing else. It ends when the service's policy says so, counted from the
 * authentication and not from the visit. `now` is epoch seconds.
 */
export const openSession = (
  who: VerifiedIdentity,
  at: { readonly service: Service; readonly act: string; readonly sessionHash: string; readonly now: number },
): Session => ({
  sessionHash: at.sessionHash,
  service: at.service.id,
  subject: pairwiseSubject(at.service.id, who),
  act: at.act,
  acr: who.acr,
  authTime: who.authTime,
  facts: who.verifiedClaims.map(({ id }) => id),
  claimNames: factsOf(who).claimNames,
  factsDigest: factsDigest(factsOf(who)),
  createdAt: at.now,
  expiresAt: Math.floor(plus(Math.min(who.authTime, at.now) * 1000, at.service.session.maxAge) / 1000),
})

/** The provider's subject is already pairwise per relying party and unguessable; hashing keeps it from leaving us at all. */
export const pairwiseSubject = (service: string, who: VerifiedIdentity): string =>
  `p_${sha256(`${service} ${who.issuer} ${who.providerSubject}`)}`

/** What decisions may look at: how it was verified, never what. */
export const factsOf = (who: VerifiedIdentity): Facts => ({
  authentication: { acr: who.acr, authTime: who.authTime },
  claimNames: [...new Set(Object.keys(who.claims).map((name) => name.split('#', 1)[0] ?? name))].sort(),
  verifications: who.verifiedClaims.map(({ claims: _values, ...verification }) => verification),
})
