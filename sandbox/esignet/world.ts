import type { ConsentRecord } from './authorization/consent.ts'
import type { AuthenticatedTransaction, GrantedTransaction, Transaction } from './authorization/transaction.ts'
import type { Dialect, IssuerPlaces, Paths, SigningAlgorithm } from './dialects/dialect.ts'
import type { Caller, EsignetEvent } from './event.ts'
import { type ExpiringMap, expiringMap } from './expiring-map.ts'
import type { AwaitedAuthorization, Flow, FlowOutcome } from './flow/flow.ts'
import type { Identity } from './identity.ts'
import type { KycTransaction } from './identity-system/kyc-transaction.ts'
import { type KeyRing, newKeyRing } from './keys/key-ring.ts'
import type { PushedRequest } from './oauth/pushed-request.ts'
import type { UserinfoRecord } from './oauth/userinfo-record.ts'
import { type Faults, newFaults } from './practice/faults.ts'
import type { Client } from './registry/client.ts'

/** `as-mock`: what the stock identity system releases; `oidc4ida`: verification metadata as requested. */
export type VerificationMetadata = 'as-mock' | 'oidc4ida'

/** Everything one deployment remembers; all of it dies with the process. */
export interface World {
  readonly dialect: Dialect
  /** Address of the deployment, its prefix included. */
  readonly publicUrl: string
  /** Path at which the deployment begins on its host: empty, or `/releases/<release>`. */
  readonly prefix: string
  readonly homeUrl: string | undefined
  readonly now: () => Date
  /** eSignet's own keys: ID and access tokens. */
  readonly providerKeys: KeyRing
  /** The identity system's keys: userinfo, RS256. */
  readonly identitySystemKeys: KeyRing
  verificationMetadata: VerificationMetadata
  /** Whether the identity system's keys are in the JWKS although the release does not put them there. */
  readonly identitySystemPublished: boolean
  readonly identities: Map<string, Identity>
  readonly clients: Map<string, Client>
  readonly pushedRequests: ExpiringMap<PushedRequest>
  readonly preAuth: ExpiringMap<Transaction>
  readonly authenticated: ExpiringMap<AuthenticatedTransaction>
  readonly codes: ExpiringMap<GrantedTransaction>
  /** By the digest of the access token. */
  readonly userinfos: ExpiringMap<UserinfoRecord>
  readonly usedJtis: ExpiringMap<true>
  readonly usedNonces: ExpiringMap<true>
  /** Server nonces for DPoP, by what they belong to: a code or the digest of an access token. */
  readonly dpopNonces: ExpiringMap<string>
  readonly blockedIndividuals: ExpiringMap<true>
  readonly sentOtps: ExpiringMap<true>
  readonly kycTransactions: ExpiringMap<KycTransaction>
  readonly consents: Map<string, ConsentRecord>
  /** Logins on the page of the Go line, by execution id. */
  readonly flows: ExpiringMap<Flow>
  /** Authorize requests of the Go line, by auth id. */
  readonly awaited: ExpiringMap<AwaitedAuthorization>
  /** By the digest of the assertion. */
  readonly flowOutcomes: ExpiringMap<FlowOutcome>
  readonly counters: Map<string, number>
  readonly faults: Faults
  /** Write one line of the event log. */
  note(door: string, outcome: string, who: Caller): void
}

export interface WorldOptions {
  readonly dialect: Dialect
  readonly publicUrl: string
  readonly prefix: string
  readonly homeUrl?: string | undefined
  /** Shared by all deployments of one process: the country has one identity system. */
  readonly identities: Map<string, Identity>
  readonly verificationMetadata: VerificationMetadata
  readonly identitySystemPublished: boolean
  /** Which of the release's algorithms signs; default its first. */
  readonly signingAlgorithm?: SigningAlgorithm | undefined
  readonly now: () => Date
  readonly onEvent: (event: EsignetEvent) => void
}

export async function newWorld(options: WorldOptions): Promise<World> {
  const { now, dialect } = options
  const alg = options.signingAlgorithm ?? dialect.tokens.algorithms[0]
  const [providerKeys, identitySystemKeys] = await Promise.all([
    newKeyRing('Practice eSignet OIDC service', alg, now()),
    newKeyRing('Practice identity system', 'RS256', now()),
  ])
  return {
    dialect,
    publicUrl: options.publicUrl,
    prefix: options.prefix,
    homeUrl: options.homeUrl,
    now,
    providerKeys,
    identitySystemKeys,
    verificationMetadata: options.verificationMetadata,
    identitySystemPublished: options.identitySystemPublished,
    identities: options.identities,
    clients: new Map(),
    pushedRequests: expiringMap(now),
    preAuth: expiringMap(now),
    authenticated: expiringMap(now),
    codes: expiringMap(now),
    userinfos: expiringMap(now),
    usedJtis: expiringMap(now),
    usedNonces: expiringMap(now),
    dpopNonces: expiringMap(now),
    blockedIndividuals: expiringMap(now),
    sentOtps: expiringMap(now),
    kycTransactions: expiringMap(now),
    consents: new Map(),
    flows: expiringMap(now),
    awaited: expiringMap(now),
    flowOutcomes: expiringMap(now),
    counters: new Map(['discovery', 'jwks', 'par', 'token', 'userinfo'].map((door) => [door, 0])),
    faults: newFaults(),
    note: (door, outcome, who) => options.onEvent({ at: now().toISOString(), door, outcome, who }),
  }
}

/** The issuer a kind of message carries; undefined where the release sends none. */
export function issuerOf(world: World, kind: Exclude<keyof IssuerPlaces, 'redirect'>): string
export function issuerOf(world: World, kind: keyof IssuerPlaces): string | undefined
export function issuerOf(world: World, kind: keyof IssuerPlaces): string | undefined {
  const place = world.dialect.issuer[kind]
  return place === undefined ? undefined : `${world.publicUrl}${place}`
}

/** An endpoint's address as discovery writes it; undefined where the release has none. */
export function endpointOf(world: World, name: Exclude<keyof Paths, 'par'>): string
export function endpointOf(world: World, name: keyof Paths): string | undefined
export function endpointOf(world: World, name: keyof Paths): string | undefined {
  const path = world.dialect.paths[name]
  return path === undefined ? undefined : `${world.publicUrl}${path}`
}
