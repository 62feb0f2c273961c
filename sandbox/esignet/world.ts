import type { ConsentRecord } from './authorization/consent.ts'
import type { AuthenticatedTransaction, GrantedTransaction, Transaction } from './authorization/transaction.ts'
import type { Caller, EsignetEvent } from './event.ts'
import { type ExpiringMap, expiringMap } from './expiring-map.ts'
import type { Identity } from './identity.ts'
import type { KycTransaction } from './identity-system/kyc-transaction.ts'
import { newSigningKey, type SigningKey } from './keys/signing-key.ts'
import type { PushedRequest } from './oauth/pushed-request.ts'
import { type Faults, newFaults } from './practice/faults.ts'
import type { Client } from './registry/client.ts'
import { settings } from './settings.ts'

/** `as-mock`: what the stock identity system releases; `oidc4ida`: verification metadata as requested. */
export type VerificationMetadata = 'as-mock' | 'oidc4ida'

/** Everything the simulation remembers; all of it dies with the process. */
export interface World {
  readonly publicUrl: string
  readonly homeUrl: string | undefined
  readonly now: () => Date
  /** eSignet's own key: ID and access tokens, PS256. */
  readonly oidcKey: SigningKey
  /** The identity system's key: userinfo, RS256. */
  readonly identitySystemKey: SigningKey
  verificationMetadata: VerificationMetadata
  readonly identities: Map<string, Identity>
  readonly clients: Map<string, Client>
  readonly pushedRequests: ExpiringMap<PushedRequest>
  readonly preAuth: ExpiringMap<Transaction>
  readonly authenticated: ExpiringMap<AuthenticatedTransaction>
  readonly codes: ExpiringMap<GrantedTransaction>
  readonly userinfos: ExpiringMap<string>
  readonly usedJtis: ExpiringMap<true>
  readonly usedNonces: ExpiringMap<true>
  readonly blockedIndividuals: ExpiringMap<true>
  readonly sentOtps: ExpiringMap<true>
  readonly kycTransactions: ExpiringMap<KycTransaction>
  readonly consents: Map<string, ConsentRecord>
  readonly counters: Map<string, number>
  readonly faults: Faults
  /** Write one line of the event log. */
  note(door: string, outcome: string, who: Caller): void
}

export interface WorldOptions {
  readonly publicUrl: string
  readonly homeUrl?: string | undefined
  readonly identities: readonly Identity[]
  readonly verificationMetadata: VerificationMetadata
  readonly now: () => Date
  readonly onEvent: (event: EsignetEvent) => void
}

export async function newWorld(options: WorldOptions): Promise<World> {
  const { now } = options
  const [oidcKey, identitySystemKey] = await Promise.all([
    newSigningKey('Practice eSignet OIDC service', now()),
    newSigningKey('Practice identity system', now()),
  ])
  return {
    publicUrl: options.publicUrl,
    homeUrl: options.homeUrl,
    now,
    oidcKey,
    identitySystemKey,
    verificationMetadata: options.verificationMetadata,
    identities: new Map(options.identities.map((identity) => [identity.individualId, identity])),
    clients: new Map(),
    pushedRequests: expiringMap(now),
    preAuth: expiringMap(now),
    authenticated: expiringMap(now),
    codes: expiringMap(now),
    userinfos: expiringMap(now),
    usedJtis: expiringMap(now),
    usedNonces: expiringMap(now),
    blockedIndividuals: expiringMap(now),
    sentOtps: expiringMap(now),
    kycTransactions: expiringMap(now),
    consents: new Map(),
    counters: new Map(['discovery', 'jwks', 'par', 'token', 'userinfo'].map((door) => [door, 0])),
    faults: newFaults(),
    note: (door, outcome, who) => options.onEvent({ at: now().toISOString(), door, outcome, who }),
  }
}

/** The issuer of discovery and tokens since 1.8. */
export const issuerOf = (world: World) => world.publicUrl

/** The issuer the identity system writes into userinfo: its default did not follow the change of 1.8. */
export const userinfoIssuerOf = (world: World) => `${world.publicUrl}${settings.basePath}`

export const parEndpointOf = (world: World) => `${world.publicUrl}${settings.basePath}/oauth/par`
export const tokenEndpointOf = (world: World) => `${world.publicUrl}${settings.basePath}/oauth/v2/token`
