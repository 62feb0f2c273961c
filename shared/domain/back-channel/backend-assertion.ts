import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { isNumericDate } from '../claims/numeric-date.ts'
import { isTokenId } from './token-id.ts'

/** How long an assertion may be good, and how old it may be. */
export const assertionSeconds = 300

/** A back end whose clock is ahead by this much writes times that are still plausible (FAPI 2.0 §5.3.2.1: at least 10 s). */
export const assertionAheadSeconds = 10

/** Whom an assertion may be for: an authorization server is named by its issuer or by its token endpoint (RFC 7523 §3). */
export interface AssertionAudience {
  readonly issuer: string
  readonly tokenEndpoint: string
}

/**
 * Which service an assertion says it comes from, before anything of it is believed: only to find whose keys to verify it with.
 */
export const claimedClient = ({ iss, sub }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof iss === 'string' && iss !== '' && iss === sub ? iss : undefined

/**
 * What a verified assertion has to say (RFC 7523 §3, OpenID Connect Core §9): from this client about itself, to us and nobody
 * else, now, and with an id of its own. Each refusal is the same to the caller; the detail is for the log.
 *
 * @returns its id, and until when that must be remembered
 */
export const judgeAssertion = (
  claims: Readonly<Record<string, unknown>>,
  { client, audience, now }: { readonly client: string; readonly audience: AssertionAudience; readonly now: number },
): Result<{ readonly jti: string; readonly rememberUntil: number }, Refusal> => {
  const wrong = (detail: string) => refused(refusal('client-unauthenticated', detail))
  const { aud, iat, exp, nbf, jti } = claims
  if (claimedClient(claims) !== client) return wrong('iss and sub')
  if (!isFor(aud, audience)) return wrong('aud')
  if (!isNumericDate(exp) || exp <= now || exp > now + assertionSeconds + assertionAheadSeconds) return wrong('exp')
  if (!isNumericDate(iat) || iat < now - assertionSeconds || iat > now + assertionAheadSeconds) return wrong('iat')
  if (nbf !== undefined && (!isNumericDate(nbf) || nbf > now + assertionAheadSeconds)) return wrong('nbf')
  if (!isTokenId(jti)) return wrong('jti')
  return ok({ jti, rememberUntil: exp + 1 })
}

/** One audience: an assertion that is also for somebody else can be used by them, here. */
const isFor = (aud: unknown, { issuer, tokenEndpoint }: AssertionAudience): boolean => {
  const only: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud
  return only === issuer || only === tokenEndpoint
}
