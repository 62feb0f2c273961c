import type { VerifiedClaimsRequest } from '../claims/claims-request.ts'
import { sha256 } from '../opaque-id.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import type { ConsentAction, Transaction } from './transaction.ts'

/** One record per client and subject; a different request overwrites it. */
export interface ConsentRecord {
  readonly requestHash: string
  readonly acceptedClaims: readonly string[]
  /** Epoch milliseconds; undefined lasts for ever. */
  readonly until: number | undefined
}

const keyOf = (clientId: string, sub: string) => `${clientId} ${sub}`

/**
 * Everything whose change brings the consent screen back: claims and their filters; in the Java line the *order* of the
 * ACRs, in the Go line the scopes.
 */
export function consentHash(transaction: Transaction, world: World): string {
  const { essential, voluntary, verified } = transaction.claims
  const { acrs, scopes } = transaction
  const circumstances = world.dialect.line === 'java' ? { acrs } : { scopes }
  return sha256(JSON.stringify({ essential, voluntary, verified: verified.map(plainForm), ...circumstances }))
}

function plainForm(item: VerifiedClaimsRequest) {
  return { verification: item.verification, claims: [...item.claims] }
}

/** Whether the person must be asked. A request for nothing needs no consent and forgets an older one. */
export function consentActionFor(transaction: Transaction, sub: string, world: World): ConsentAction {
  const key = keyOf(transaction.clientId, sub)
  if (transaction.claims.essential.length + transaction.claims.voluntary.length === 0) {
    world.consents.delete(key)
    return 'NOCAPTURE'
  }
  const record = world.consents.get(key)
  if (!record || (transaction.prompt === 'consent' && world.dialect.authorization.promptConsent)) return 'CAPTURE'
  if (record.until !== undefined && record.until <= world.now().getTime()) return 'CAPTURE'
  return record.requestHash === consentHash(transaction, world) ? 'NOCAPTURE' : 'CAPTURE'
}

export function storedAcceptance(transaction: Transaction, sub: string, world: World): readonly string[] {
  return world.consents.get(keyOf(transaction.clientId, sub))?.acceptedClaims ?? []
}

export function rememberConsent(
  transaction: Transaction,
  sub: string,
  acceptedClaims: readonly string[],
  client: Client,
  world: World,
): void {
  const minutes = client.additionalConfig.consent_expire_in_mins
  world.consents.set(keyOf(transaction.clientId, sub), {
    requestHash: consentHash(transaction, world),
    acceptedClaims,
    until: minutes === undefined ? undefined : world.now().getTime() + minutes * 60_000,
  })
}
