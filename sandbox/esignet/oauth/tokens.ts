import { createHash, randomUUID } from 'node:crypto'
import { acrOf } from '../authorization/authentication-context.ts'
import type { GrantedTransaction } from '../authorization/transaction.ts'
import { encryptFor } from '../keys/encrypt.ts'
import { signClaims } from '../keys/sign.ts'
import type { Client } from '../registry/client.ts'
import { issuerOf, type World } from '../world.ts'

export interface Tokens {
  readonly idToken: string
  readonly accessToken: string
}

/**
 * ID token and access token, both under the same key and with the same life.
 * @param jkt thumbprint of the key the access token is bound to (RFC 9449 §6.1), if any
 */
export async function issueTokens(
  world: World,
  client: Client,
  granted: GrantedTransaction,
  jkt: string | undefined,
): Promise<Tokens> {
  const rules = world.dialect.tokens
  const key = world.providerKeys.current
  const both = sharedClaims(world, client, granted)
  const accessToken = await signClaims(
    key,
    {
      ...both,
      ...(rules.nbfAndJti ? { jti: randomUUID() } : {}),
      client_id: client.clientId,
      ...(rules.azp ? { azp: client.clientId } : {}),
      ...(rules.scopeInResponse ? { scope: granted.scopes.join(' '), grant_type: 'authorization_code' } : {}),
      ...(jkt === undefined ? {} : { cnf: { jkt } }),
    },
    rules.typ.accessToken,
  )
  const idToken = await signClaims(
    key,
    {
      ...both,
      ...(rules.nbfAndJti ? { jti: randomUUID() } : {}),
      auth_time: granted.authTimeSeconds,
      ...nonceOf(granted.nonce, rules.nullNonce),
      acr: reachedAcr(world, client, granted),
      ...(rules.atHash ? { at_hash: leftHalfHash(accessToken) } : {}),
    },
    rules.typ.idToken,
  )
  const encrypted = rules.encryptedIdToken && client.additionalConfig.id_token_response_type === 'JWE'
  return { idToken: encrypted ? await encryptFor(client, idToken, world.dialect) : idToken, accessToken }
}

function sharedClaims(world: World, client: Client, granted: GrantedTransaction) {
  const { tokens: rules, lives } = world.dialect
  const ahead = world.faults.strikes('clock-ahead') ? 600 : 0
  const iat = Math.floor(world.now().getTime() / 1000) + ahead
  // A short consent shortens the tokens of the Java line, while `expires_in` keeps its constant.
  const minutes = rules.shortenedByConsent ? client.additionalConfig.consent_expire_in_mins : undefined
  const exp = iat + Math.min(lives.tokens, (minutes ?? Number.POSITIVE_INFINITY) * 60)
  const issuer = issuerOf(world, 'tokens')
  return { iss: issuer, sub: granted.sub, aud: client.clientId, iat, exp, ...(rules.nbfAndJti ? { nbf: iat } : {}) }
}

function nonceOf(nonce: string | undefined, nullNonce: boolean): { nonce?: string | null } {
  if (nonce) return { nonce }
  return nullNonce ? { nonce: null } : {}
}

function reachedAcr(world: World, client: Client, granted: GrantedTransaction): string {
  const reached = acrOf(granted.factors)
  if (!world.faults.strikes('acr-two-values')) return reached
  return [reached, ...client.authContextRefs.filter((acr) => acr !== reached)].slice(0, 2).join(' ')
}

/** OpenID Connect Core §3.1.3.6 */
function leftHalfHash(accessToken: string): string {
  return createHash('sha256').update(accessToken, 'ascii').digest().subarray(0, 16).toString('base64url')
}
