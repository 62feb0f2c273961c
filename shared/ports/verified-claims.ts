import type { LastLogin, SealedClaims, SealedPlainClaims } from '../domain/verified-claims/sealed-claims.ts'

/** What is kept about one subject at one service. */
export interface KeptClaims {
  /** Oldest first. */
  readonly verified: readonly SealedClaims[]
  readonly plain?: SealedPlainClaims
  readonly lastLogin?: LastLogin
}

export interface VerifiedClaimsStore {
  /** What may still be kept at `now` (epoch seconds). Nobody known looks like somebody about whom nothing is kept. */
  of(service: string, subject: string, now: number): Promise<KeptClaims>
}
