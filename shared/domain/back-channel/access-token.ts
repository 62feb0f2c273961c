import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { isNumericDate } from '../claims/numeric-date.ts'
import { readScopes, type Scope } from './scope.ts'

/** Long enough for a batch of calls, short enough that taking a key out of a service file ends its use at once. */
export const accessTokenSeconds = 300

/** Who a token speaks for: one service, with one key in its hand. */
export interface Caller {
  readonly service: string
  readonly scope: readonly Scope[]
  /** Thumbprint of the key whose holder calls (RFC 7638, RFC 9449 §6.1). */
  readonly jkt: string
}

/**
 * The claims of an access token (RFC 9068 §2.2, `cnf` of RFC 9449 §6.1). The subject is the client itself, as it is for
 * `client_credentials`; `service` says it once more in our own word, so that no door has to know that client ids are service ids.
 *
 * @param at when it is issued, epoch seconds
 */
export const accessTokenClaims = (
  { service, scope, jkt }: Caller,
  at: { readonly publicUrl: string; readonly now: number; readonly jti: string },
): Readonly<Record<string, unknown>> => ({
  iss: at.publicUrl,
  sub: service,
  client_id: service,
  aud: at.publicUrl,
  iat: at.now,
  exp: at.now + accessTokenSeconds,
  jti: at.jti,
  scope: scope.join(' '),
  cnf: { jkt },
  service,
})

/**
 * Whom an opened access token speaks for (RFC 9068 §4). Our signature is on it, so every claim is ours; each is looked at
 * nevertheless, because another kind of token, or one of another stage, may be signed by mistake with the same key one day.
 * No skew: it was issued by the clock that judges it, give or take the two functions' own.
 */
export const judgeAccessToken = (
  claims: Readonly<Record<string, unknown>>,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: number },
): Result<Caller, Refusal> => {
  const wrong = (detail: string) => refused(refusal('access-token-invalid', detail))
  const { iss, aud, iat, exp, sub, client_id, service, scope, cnf } = claims
  if (iss !== publicUrl) return wrong('iss')
  if (aud !== publicUrl) return wrong('aud')
  if (!isNumericDate(exp) || exp <= now) return wrong('exp')
  if (!isNumericDate(iat) || iat > now + ourClocksSeconds || exp - iat > accessTokenSeconds) return wrong('iat')
  if (typeof service !== 'string' || service === '' || sub !== service || client_id !== service) return wrong('service')
  const scopes = typeof scope === 'string' ? readScopes(scope) : undefined
  if (scopes === undefined) return wrong('scope')
  const jkt = typeof cnf === 'object' && cnf !== null && 'jkt' in cnf ? cnf.jkt : undefined
  // A token without `cnf` would be good in anybody's hand.
  if (typeof jkt !== 'string' || jkt.length !== thumbprintLength) return wrong('cnf')
  return ok({ service, scope: scopes, jkt })
}

/** Two functions of one region may disagree by this much. */
const ourClocksSeconds = 5

/** SHA-256 in base64url. */
export const thumbprintLength = 43
