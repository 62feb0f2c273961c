import { jwtVerify } from 'jose'
import { type Answer, type Call, headerOf } from '../http/call.ts'
import { sha256 } from '../opaque-id.ts'
import { issuerOf, type World } from '../world.ts'

/**
 * GET oidc/userinfo: the JWS frozen at token time. Refusals have an empty body; the code stands in
 * `WWW-Authenticate`, without a scheme word. No Cache-Control: this door bypasses the framework's filter.
 */
export async function userinfo(call: Call, world: World): Promise<Answer> {
  if (call.method !== 'GET') return bare(405, '405', { allow: 'GET' })
  if (!acceptsJwt(headerOf(call, 'accept'))) return bare(406, '406')
  if (world.faults.strikes('userinfo-401')) return challenge(401, 'unknown_error')
  if (call.headerNames.filter((name) => name === 'authorization').length > 1) return challenge(400, 'invalid_request')
  const accessToken = /^Bearer (\S+)$/.exec(headerOf(call, 'authorization') ?? '')?.[1]
  if (!accessToken || !(await isOurs(world, accessToken))) return challenge(401, 'invalid_token')
  const body = world.userinfos.get(sha256(accessToken))
  if (body === undefined) return challenge(401, 'invalid_token')
  return { status: 200, headers: { 'content-type': 'application/jwt;charset=UTF-8' }, body, outcome: 'ok' }
}

function acceptsJwt(accept: string | undefined): boolean {
  const types = (accept ?? '*/*').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase())
  return types.some((type) => type === '*/*' || type === 'application/*' || type === 'application/jwt')
}

async function isOurs(world: World, accessToken: string): Promise<boolean> {
  const options = { algorithms: ['PS256'], issuer: issuerOf(world), currentDate: world.now() }
  return jwtVerify(accessToken, world.oidcKey.publicKey, options).then(
    () => true,
    () => false,
  )
}

const challenge = (status: 400 | 401, code: string) => bare(status, code, { 'www-authenticate': `error="${code}"` })

function bare(status: number, outcome: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: '', outcome }
}
