import * as oauth from 'oauth4webapi'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'

/** RFC 9126 §2.2 leaves the form to the server; eSignet's is this, and anything else must not end up in an address. */
const requestUri = /^urn:ietf:params:oauth:request_uri:[A-Za-z0-9_.~-]{1,256}$/

/** Pushes an authorization request (RFC 9126) and returns where to send the browser: `client_id` and `request_uri` only. */
export const pushRequest = async (
  metadata: ProviderMetadata,
  clientId: string,
  authentication: oauth.ClientAuth,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<URL, Refusal>> => {
  const client: oauth.Client = { client_id: clientId }
  const response = await send(metadata, client, authentication, parameters)
  if (response.status >= 500) throw new Fault('provider-unavailable', `pushed request answered ${response.status}`)
  try {
    const pushed = await oauth.processPushedAuthorizationResponse(metadata.server, client, response)
    if (!requestUri.test(pushed.request_uri) || !isPlausibleLife(pushed.expires_in))
      return refused(refusal('provider-answer-invalid', 'pushed request'))
    const location = new URL(metadata.authorizationEndpoint)
    location.search = new URLSearchParams({ client_id: clientId, request_uri: pushed.request_uri }).toString()
    return ok(location)
  } catch (error) {
    return refused(readError(error))
  }
}

const isPlausibleLife = (seconds: unknown): boolean =>
  Number.isInteger(seconds) && Number(seconds) >= 5 && Number(seconds) <= 600

const send = async (
  metadata: ProviderMetadata,
  client: oauth.Client,
  authentication: oauth.ClientAuth,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> => {
  try {
    return await oauth.pushedAuthorizationRequest(
      metadata.server,
      client,
      authentication,
      { ...parameters },
      {
        [oauth.customFetch]: boundedFetch({ milliseconds: 4_000, bytes: 64 * 1024 }),
        [oauth.allowInsecureRequests]: isLoopback(new URL(metadata.pushedAuthorizationRequestEndpoint)),
      },
    )
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('provider-unavailable', 'pushed request', error)
  }
}

const readError = (error: unknown): Refusal => {
  if (!(error instanceof oauth.ResponseBodyError)) return refusal('provider-answer-invalid', 'pushed request')
  const code = /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'unknown error'
  return refusal(error.error === 'invalid_client' ? 'client-rejected' : 'pushed-request-refused', code)
}
