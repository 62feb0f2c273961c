import type { ResolvedClaims } from '../claims/resolve-claims.ts'
import type { AuthenticationFactor, FactorType } from './authentication-context.ts'

/** A login before the person has proved who they are. Counters grow with every attempt. */
export interface Transaction {
  readonly id: string
  readonly clientId: string
  readonly relyingPartyId: string
  readonly redirectUri: string
  readonly nonce: string | undefined
  readonly state: string | undefined
  readonly prompt: string | undefined
  readonly claimsLocales: readonly string[]
  readonly codeChallenge: string | undefined
  readonly scopes: readonly string[]
  readonly dpopJkt: string | undefined
  readonly claims: ResolvedClaims
  readonly acrs: readonly string[]
  readonly authFactors: readonly (readonly AuthenticationFactor[])[]
  /** SHA-256 of the oauth-details response, which every later call must repeat. */
  readonly detailsHash: string
  readonly sentOtps: number
  readonly authenticationAttempts: number
  readonly claimDetailsCalls: number
}

export type ConsentAction = 'CAPTURE' | 'NOCAPTURE'

export interface AuthenticatedTransaction extends Transaction {
  readonly individualId: string
  readonly sub: string
  readonly kycToken: string
  readonly authTimeSeconds: number
  readonly factors: readonly FactorType[]
  readonly consentAction: ConsentAction
}

/** What a code stands for. */
export interface GrantedTransaction extends AuthenticatedTransaction {
  readonly acceptedClaims: readonly string[]
}
