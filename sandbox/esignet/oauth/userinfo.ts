import { jwtVerify } from 'jose'
import { EsignetError } from '../esignet-error.ts'
import { type Answer, type Call, headerOf } from '../http/call.ts'
import { encryptFor } from '../keys/encrypt.ts'
import { sha256 } from '../opaque-id.ts'
import { issuerOf, type World } from '../world.ts'
import { demandNonce, UseDpopNonce } from './dpop-nonce.ts'
import { readDpopProof } from './dpop-proof.ts'
import { dpopChallenge } from './oauth-refusal.ts'
import type { UserinfoRecord } from './userinfo-record.ts'

/**
 * The JWS frozen at token time, nested in a JWE for a client that asks for it. Refusals have an empty body; the code
 * stands in `WWW-Authenticate`, in the Java line without a scheme word. The Java line sends no Cache-Control: this
 * door bypasses the framework's filter there.
 */
export async function userinfo(call: Call, world: World): Promise<Answer> {
  if (call.method !== 'GET' && !world.dialect.userinfo.post) return bare(405, '405', { allow: 'GET' })
  if (!acceptsJwt(headerOf(call, 'accept'))) return bare(406, '406')
  if (world.faults.strikes('userinfo-401')) return refuse(world, 'Bearer', 401, 'unknown_error')
  if (call.headerNames.filter((name) => name === 'authorization').length > 1) {
    return refuse(world, 'Bearer', 400, 'invalid_request')
  }
  const authorization = headerOf(call, 'authorization')
  if (!authorization) return refuse(world, 'Bearer', 401, world.dialect.userinfo.missingHeader)
  const [, scheme, accessToken = ''] = /^(Bearer|DPoP) (\S+)$/.exec(authorization) ?? []
  const record = (await isOurs(world, accessToken)) ? world.userinfos.get(sha256(accessToken)) : undefined
  // Bound tokens come with a proof, others without (RFC 9449 §7.1).
  if (!record || scheme !== (record.jkt === undefined ? 'Bearer' : 'DPoP')) {
    return refuse(world, 'Bearer', 401, 'invalid_token')
  }
  const unproved = await possession(call, world, record, accessToken)
  if (unproved) return unproved
  if (world.dialect.line === 'go' && !record.scopes.includes('openid')) {
    return refuse(world, scheme, 403, 'insufficient_scope')
  }
  return released(world, record)
}

/** Why the caller does not prove to hold the key of a bound token. */
async function possession(
  call: Call,
  world: World,
  record: UserinfoRecord,
  accessToken: string,
): Promise<Answer | undefined> {
  if (record.jkt === undefined) return undefined
  const owner = sha256(accessToken)
  try {
    const proof = await readDpopProof(call, world, 'userinfo')
    if (!proof) return refuse(world, 'DPoP', 401, 'invalid_token')
    if (proof.ath !== owner) return refuse(world, 'DPoP', 401, 'invalid_token')
    if (proof.jkt !== record.jkt) throw new EsignetError('invalid_dpop_proof')
    demandNonce(world, owner, proof)
    return undefined
  } catch (error) {
    if (!(error instanceof EsignetError)) throw error
    if (world.dialect.line === 'go') return refuse(world, 'DPoP', 401, 'invalid_token')
    if (!(error instanceof UseDpopNonce)) return refuse(world, 'DPoP', 400, 'invalid_dpop_proof')
    return bare(401, error.code, {
      'www-authenticate': dpopChallenge(error.code, world.dialect),
      'dpop-nonce': error.nonce,
    })
  }
}

async function released(world: World, record: UserinfoRecord): Promise<Answer> {
  const rules = world.dialect.userinfo
  const client = world.clients.get(record.clientId)
  const encrypted = rules.encryption === 'esignet' && client?.additionalConfig.userinfo_response_type === 'JWE'
  try {
    const body = encrypted ? await encryptFor(client, record.jws, world.dialect) : record.jws
    const cache = world.dialect.line === 'go' ? { 'cache-control': 'no-store' } : {}
    return { status: 200, headers: { 'content-type': 'application/jwt;charset=UTF-8', ...cache }, body, outcome: 'ok' }
  } catch {
    return refuse(world, 'Bearer', rules.withoutKey.status, rules.withoutKey.error)
  }
}

function acceptsJwt(accept: string | undefined): boolean {
  const types = (accept ?? '*/*').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase())
  return types.some((type) => type === '*/*' || type === 'application/*' || type === 'application/jwt')
}

/** A token of any of our keys: rotation does not take away what was granted. */
async function isOurs(world: World, accessToken: string): Promise<boolean> {
  const options = { issuer: issuerOf(world, 'tokens'), currentDate: world.now() }
  const verdicts = world.providerKeys.all.map(({ publicKey, alg }) =>
    jwtVerify(accessToken, publicKey, { ...options, algorithms: [alg] }).then(
      () => true,
      () => false,
    ),
  )
  return (await Promise.all(verdicts)).includes(true)
}

/** The Java line writes no scheme word, except where DPoP is the matter. */
function refuse(world: World, scheme: string, status: number, code: string): Answer {
  const told = scheme === 'DPoP' ? dpopChallenge(code, world.dialect) : `Bearer error="${code}"`
  const bareCode = world.dialect.userinfo.bareChallenge && scheme === 'Bearer'
  return bare(status, code, { 'www-authenticate': bareCode ? `error="${code}"` : told })
}

function bare(status: number, outcome: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: '', outcome }
}
