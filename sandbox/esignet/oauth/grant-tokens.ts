import type { GrantedTransaction } from '../authorization/transaction.ts'
import { json } from '../http/answers.ts'
import type { Answer } from '../http/call.ts'
import { exchange } from '../identity-system/exchange.ts'
import { sha256 } from '../opaque-id.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import { issueTokens } from './tokens.ts'

/**
 * The good answer of the token endpoint: the user data is fetched and frozen, the tokens are signed.
 * @param jkt thumbprint of the key the access token is bound to, if any
 * @throws EsignetError of the identity system
 */
export async function grantTokens(
  world: World,
  client: Client,
  granted: GrantedTransaction,
  jkt: string | undefined,
): Promise<Answer> {
  const { lives, tokens: rules } = world.dialect
  const jws = await exchange(world, granted)
  const { idToken, accessToken } = await issueTokens(world, client, granted, jkt)
  const { clientId } = client
  world.userinfos.set(sha256(accessToken), { jws, clientId, scopes: granted.scopes, jkt }, lives.tokens)
  const body = {
    // Without `openid` it is plain OAuth (Go line; the Java line refuses such a request).
    ...(granted.scopes.includes('openid') ? { id_token: idToken } : {}),
    token_type: jkt === undefined ? 'Bearer' : 'DPoP',
    access_token: accessToken,
    // A constant, whatever `exp` says.
    expires_in: lives.tokens,
    ...(rules.scopeInResponse ? { scope: granted.scopes.join(' ') } : {}),
  }
  return json(200, body, 'ok')
}
