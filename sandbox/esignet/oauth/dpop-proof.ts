import { calculateJwkThumbprint, EmbeddedJWK, type JWTPayload, jwtVerify } from 'jose'
import type { DpopRules } from '../dialects/dialect.ts'
import { EsignetError } from '../esignet-error.ts'
import { type Call, headerOf } from '../http/call.ts'
import { settings } from '../settings.ts'
import { endpointOf, type World } from '../world.ts'

/** A proof whose form, signature and place are right; what it is bound to is for the door to compare. */
export interface DpopProof {
  /** RFC 7638 thumbprint of the key. */
  readonly jkt: string
  readonly nonce: string | undefined
  readonly ath: string | undefined
}

/**
 * The proof of possession a call carries (RFC 9449 §4.3). Its `jti` is spent here, before anything else is judged:
 * an answer with a nonce challenge needs a fresh one.
 * @returns undefined without a `DPoP` header, or in a release that does not know it
 * @throws EsignetError `invalid_dpop_proof`
 */
export async function readDpopProof(
  call: Call,
  world: World,
  door: 'par' | 'token' | 'userinfo',
): Promise<DpopProof | undefined> {
  const rules = world.dialect.dpop
  const headers = call.headerNames.filter((name) => name === 'dpop').length
  if (!rules || headers === 0) return undefined
  const proof = headerOf(call, 'dpop')
  if (headers > 1 || proof === undefined) throw new EsignetError('invalid_dpop_proof')
  const { payload, jkt } = await verified(proof, rules, world.now())
  const { htm, htu, nonce, ath, jti } = payload
  if (htm !== call.method || htu !== endpointOf(world, door)) throw new EsignetError('invalid_dpop_proof')
  spend(world, rules, jti)
  return { jkt, nonce: textOf(nonce), ath: textOf(ath) }
}

async function verified(proof: string, rules: DpopRules, now: Date): Promise<{ payload: JWTPayload; jkt: string }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...rules.algorithms],
      requiredClaims: ['htm', 'htu', 'iat', 'jti'],
      clockTolerance: settings.dpopLeewaySeconds,
      currentDate: now,
    })
    const age = Math.abs(now.getTime() / 1000 - (payload.iat ?? 0))
    if (rules.iatWindowSeconds !== undefined && age > rules.iatWindowSeconds) throw new Error('stale')
    return { payload, jkt: await calculateJwkThumbprint(protectedHeader.jwk ?? {}) }
  } catch {
    throw new EsignetError('invalid_dpop_proof')
  }
}

/** In the Java line one memory for proofs and client assertions of everybody. */
function spend(world: World, rules: DpopRules, jti: string | undefined): void {
  if (!jti || jti.length > (rules.longestJti ?? Number.POSITIVE_INFINITY)) throw new EsignetError('invalid_dpop_proof')
  const key = rules.jtiShared ? jti : `dpop ${jti}`
  if (world.usedJtis.has(key)) throw new EsignetError('invalid_dpop_proof')
  world.usedJtis.set(key, true, settings.jtiSeconds)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
