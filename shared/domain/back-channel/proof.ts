import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { isNumericDate } from '../claims/numeric-date.ts'
import { isTokenId } from './token-id.ts'

/** A DPoP proof whose signature was verified with the key it carries: what it says, unjudged. */
export interface OpenedProof {
  readonly claims: Readonly<Record<string, unknown>>
  /** Thumbprint of the key that signed it (RFC 7638). */
  readonly jkt: string
}

/** The request a proof has to be for. */
export interface ProvenRequest {
  readonly method: string
  /** Our own address of the door, as configured: never what a `Host` header says. */
  readonly url: string
  /** `ath`: SHA-256 of the access token that is presented with it; absent where none is. */
  readonly accessTokenHash?: string
}

/** How old a proof may be. It is made for one request; the time allows for slow lines, not for keeping it. */
export const proofAgeSeconds = 60

/** How far a back end's clock may be ahead of ours. */
export const proofAheadSeconds = 10

/** When a proof's id need not be remembered any more: the proof is too old by then. */
export const proofForgottenAt = (iat: number): number => iat + proofAgeSeconds + 1

/**
 * Whether a proof is for this very request and moment (RFC 9449 §4.3, no. 8 to 12). Whether it was used before is not its own
 * to say.
 *
 * @returns its id, and until when that must be remembered
 */
export const judgeProof = (
  { claims }: OpenedProof,
  request: ProvenRequest,
  now: number,
): Result<{ readonly jti: string; readonly rememberUntil: number }, Refusal> => {
  const wrong = (detail: string) => refused(refusal('proof-invalid', detail))
  const { jti, htm, htu, iat, ath } = claims
  if (htm !== request.method) return wrong('htm')
  const address = plainAddress(htu)
  if (address === undefined || address !== plainAddress(request.url)) return wrong('htu')
  if (!isNumericDate(iat) || iat < now - proofAgeSeconds || iat > now + proofAheadSeconds) return wrong('iat')
  if (ath !== request.accessTokenHash) return wrong('ath')
  if (!isTokenId(jti)) return wrong('jti')
  return ok({ jti, rememberUntil: proofForgottenAt(iat) })
}

/** An address without query and fragment, in the one spelling of RFC 3986 §6.2.2 and §6.2.3 (RFC 9449 §4.3 no. 9). */
const plainAddress = (address: unknown): string | undefined => {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { origin, pathname, username, password } = new URL(address)
  return username === '' && password === '' ? `${origin}${pathname}` : undefined
}
