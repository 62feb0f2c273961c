import * as oauth from 'oauth4webapi'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { longestUserInfo } from '../../jose/compact-form.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { mediaTypeOf } from './media-type.ts'
import { hasUsableNonce } from './proof-nonce.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'
import { isBusy } from './status.ts'

export interface UserInfoRequest {
  readonly clientId: string
  readonly accessToken: string
  readonly proof: oauth.DPoPHandle | undefined
}

/**
 * Fetches UserInfo as a JWT (Core §5.3.2), the token in the header and nowhere else. Plain JSON is refused: what is not
 * signed cannot be shown to anybody later. A proof of possession is made again once, when the provider asks with a nonce.
 */
export const fetchUserInfo = async (
  metadata: ProviderMetadata,
  request: UserInfoRequest,
): Promise<Result<string, Refusal>> => {
  const first = await send(metadata, request)
  if (asksForNonce(first) && !hasUsableNonce(first)) return refused(refusal('dpop-refused', 'nonce'))
  const response = asksForNonce(first) && request.proof !== undefined ? await send(metadata, request) : first
  if (isBusy(response.status)) throw new Fault('provider-unavailable', `userinfo answered ${response.status}`)
  if (asksForNonce(response)) return refused(refusal('dpop-nonce-loop'))
  // eSignet answers 401 to every inner failure of its own, so this says little about the token.
  if (response.status !== 200) return refused(refusal('userinfo-refused', `userinfo answered ${response.status}`))
  return mediaTypeOf(response) === 'application/jwt' ? ok(await response.text()) : refused(refusal('userinfo-unsigned'))
}

/** RFC 9449 §9. */
const asksForNonce = (response: Response): boolean =>
  response.status === 401 && /error="use_dpop_nonce"/.test(response.headers.get('www-authenticate') ?? '')

const send = async (
  { server, tokenEndpoint }: ProviderMetadata,
  { clientId, accessToken, proof }: UserInfoRequest,
): Promise<Response> => {
  // Naming an algorithm makes the engine ask for `application/jwt` alone; which one counts is the profile's business.
  const client: oauth.Client = { client_id: clientId, userinfo_signed_response_alg: 'PS256' }
  try {
    return await oauth.userInfoRequest(server, client, accessToken, {
      [oauth.customFetch]: boundedFetch({ milliseconds: 4_000, bytes: longestUserInfo }),
      [oauth.allowInsecureRequests]: isLoopback(new URL(tokenEndpoint)),
      ...(proof === undefined ? {} : { DPoP: proof }),
    })
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('provider-unavailable', 'userinfo', error)
  }
}
