import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { Audience } from '../dialects/dialect.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Client } from '../registry/client.ts'
import { settings } from '../settings.ts'
import { endpointOf, issuerOf, type World } from '../world.ts'

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * `private_key_jwt` (OpenID Connect Core §9, RFC 7523 §3) by the rules of the release. One code for every fault. The
 * `jti` is spent only when all else is right, and in one memory shared by all clients.
 * @throws EsignetError `invalid_client`
 */
export async function verifyClientAssertion(
  world: World,
  client: Client,
  assertion: string,
  at: 'par' | 'token',
): Promise<void> {
  const { jti } = await verified(world, client, assertion, at)
  const rule = world.dialect.assertion.jti
  if (rule === 'optional') return
  if (!jti) throw new EsignetError('invalid_client')
  if (rule === 'required') return
  if (world.usedJtis.has(jti)) throw new EsignetError('invalid_client')
  world.usedJtis.set(jti, true, settings.jtiSeconds)
}

async function verified(world: World, client: Client, assertion: string, at: 'par' | 'token'): Promise<JWTPayload> {
  const rules = world.dialect.assertion
  try {
    const { kid, alg = '', typ } = decodeProtectedHeader(assertion)
    checkHeader(client, rules.kidRequired, { kid, alg })
    if (rules.typChecked && typ !== undefined && typ !== 'JWT') throw new EsignetError('invalid_client')
    if (rules.audienceForm === 'one-string' && Array.isArray(decodeJwt(assertion).aud)) {
      throw new EsignetError('invalid_client')
    }
    const { payload } = await jwtVerify(assertion, await importJWK(client.publicKey, alg), {
      algorithms: [...rules.algorithms],
      issuer: client.clientId,
      subject: client.clientId,
      audience: rules.audiences[at].map((audience) => addressOf(world, audience)),
      requiredClaims: ['exp', ...(rules.iatRequired ? ['iat'] : [])],
      clockTolerance: rules.leewaySeconds,
      currentDate: world.now(),
    })
    return payload
  } catch {
    // Malformed, unsupported, wrongly signed, out of time: the original tells them apart no more than this.
    throw new EsignetError('invalid_client')
  }
}

/** A kid in the header must be the registered one; a registered key without kid matches no kid. */
function checkHeader(client: Client, kidRequired: boolean, header: { kid: string | undefined; alg: string }): void {
  const { kid, alg, use } = client.publicKey
  const sameKid = header.kid === undefined ? !kidRequired : header.kid === kid
  const fits = sameKid && (alg === undefined || alg === header.alg) && (use === undefined || use === 'sig')
  if (!fits) throw new EsignetError('invalid_client')
}

/** As written in discovery. */
function addressOf(world: World, audience: Audience): string {
  if (audience === 'issuer') return issuerOf(world, 'discovery')
  return endpointOf(world, audience === 'par-endpoint' ? 'par' : 'token') ?? ''
}
