import { decodeProtectedHeader, importJWK, type JWTPayload, jwtVerify } from 'jose'
import { EsignetError } from '../esignet-error.ts'
import type { Client } from '../registry/client.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'

const algorithms = ['RS256', 'PS256', 'ES256']
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * `private_key_jwt` (OpenID Connect Core §9, RFC 7523 §3). One code for every fault. The `jti` is spent only when
 * all else is right, and in one memory shared by all clients.
 * @param audiences any one of these in `aud`, as written in discovery
 * @throws EsignetError `invalid_client`
 */
export async function verifyClientAssertion(
  world: World,
  client: Client,
  assertion: string,
  audiences: readonly string[],
): Promise<void> {
  const payload = await verified(world, client, assertion, audiences)
  const { jti } = payload
  if (!jti || world.usedJtis.has(jti)) throw new EsignetError('invalid_client')
  world.usedJtis.set(jti, true, settings.jtiSeconds)
}

async function verified(
  world: World,
  client: Client,
  assertion: string,
  audiences: readonly string[],
): Promise<JWTPayload> {
  try {
    const { kid, alg = '' } = decodeProtectedHeader(assertion)
    // A kid in the header must be the registered one; a registered key without kid matches no kid.
    if (kid !== undefined && kid !== client.publicKey.kid) throw new EsignetError('invalid_client')
    if (client.publicKey.alg !== undefined && client.publicKey.alg !== alg) throw new EsignetError('invalid_client')
    if (client.publicKey.use !== undefined && client.publicKey.use !== 'sig') throw new EsignetError('invalid_client')
    const key = await importJWK(client.publicKey, alg)
    const { payload, protectedHeader } = await jwtVerify(assertion, key, {
      algorithms,
      issuer: client.clientId,
      subject: client.clientId,
      audience: [...audiences],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: settings.assertionLeewaySeconds,
      currentDate: world.now(),
    })
    if (protectedHeader.typ !== undefined && protectedHeader.typ !== 'JWT') throw new EsignetError('invalid_client')
    return payload
  } catch {
    // Malformed, unsupported, wrongly signed, out of time: the original tells them apart no more than this.
    throw new EsignetError('invalid_client')
  }
}
