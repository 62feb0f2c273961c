import { createHash } from 'node:crypto'
import { acrOf } from '../authorization/authentication-context.ts'
import type { GrantedTransaction } from '../authorization/transaction.ts'
import { signClaims } from '../keys/sign.ts'
import type { Client } from '../registry/client.ts'
import { settings } from '../settings.ts'
import { issuerOf, type World } from '../world.ts'

export interface Tokens {
  readonly idToken: string
  readonly accessToken: string
}

/** ID token and access token, both PS256 under the same key and with the same life. */
export async function issueTokens(world: World, client: Client, granted: GrantedTransaction): Promise<Tokens> {
  const iat = Math.floor(world.now().getTime() / 1000)
  // A short consent shortens the tokens, while `expires_in` keeps saying 3600.
  const consentSeconds = (client.additionalConfig.consent_expire_in_mins ?? Number.POSITIVE_INFINITY) * 60
  const exp = iat + Math.min(settings.tokenSeconds, consentSeconds)
  const both = { iss: issuerOf(world), sub: granted.sub, aud: client.clientId, iat, exp }
  const accessToken = await signClaims(world.oidcKey, 'PS256', {
    ...both,
    client_id: client.clientId,
    azp: client.clientId,
  })
  const idToken = await signClaims(world.oidcKey, 'PS256', {
    ...both,
    auth_time: granted.authTimeSeconds,
    ...(granted.nonce ? { nonce: granted.nonce } : {}),
    acr: acrOf(granted.factors),
    at_hash: leftHalfHash(accessToken),
  })
  return { idToken, accessToken }
}

/** OpenID Connect Core §3.1.3.6 */
function leftHalfHash(accessToken: string): string {
  return createHash('sha256').update(accessToken, 'ascii').digest().subarray(0, 16).toString('base64url')
}
