import * as oauth from 'oauth4webapi'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { longestUserInfo } from '../../jose/compact-form.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'

/**
 * Fetches UserInfo as a signed JWT (Core §5.3.2), the token in the header and nowhere else. Plain JSON is refused: what is not
 * signed cannot be shown to anybody later.
 */
export const fetchUserInfo = async (
  { server, tokenEndpoint }: ProviderMetadata,
  clientId: string,
  accessToken: string,
): Promise<Result<string, Refusal>> => {
  const response = await send(server, isLoopback(new URL(tokenEndpoint)), clientId, accessToken)
  if (response.status >= 500) throw new Fault('provider-unavailable', `userinfo answered ${response.status}`)
  // eSignet answers 401 to every inner failure of its own, so this says little about the token.
  if (response.status !== 200) return refused(refusal('userinfo-refused', `userinfo answered ${response.status}`))
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  return type === 'application/jwt' ? ok(await response.text()) : refused(refusal('userinfo-unsigned'))
}

const send = async (
  server: oauth.AuthorizationServer,
  insecure: boolean,
  clientId: string,
  accessToken: string,
): Promise<Response> => {
  // Naming an algorithm makes the engine ask for `application/jwt` alone; which one counts is the profile's business.
  const client: oauth.Client = { client_id: clientId, userinfo_signed_response_alg: 'PS256' }
  try {
    return await oauth.userInfoRequest(server, client, accessToken, {
      [oauth.customFetch]: boundedFetch({ milliseconds: 4_000, bytes: longestUserInfo }),
      [oauth.allowInsecureRequests]: insecure,
    })
  } catch (error) {
    throw new Fault('provider-unavailable', 'userinfo', error)
  }
}
