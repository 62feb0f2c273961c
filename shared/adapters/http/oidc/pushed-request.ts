import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import type { ProviderProfile } from '../../../domain/provider/profile.ts'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault, PassingFault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { boundedFetch, brokeOff } from '../bounded-fetch.ts'
import type { ClockWatch } from './clock-watch.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'
import { isBusy } from './status.ts'

/** RFC 9126 §2.2 leaves the form to the server; eSignet's is this, and anything else must not end up in an address. */
const requestUri = /^urn:ietf:params:oauth:request_uri:[A-Za-z0-9_.~-]{1,256}$/

export interface AuthorizationRequest {
  readonly clientId: string
  readonly authentication: oauth.ClientAuth
  readonly parameters: Readonly<Record<string, string>>
  readonly watched: ClockWatch
}

/**
 * Pushes an authorization request (RFC 9126) and returns where to send the browser: `client_id` and `request_uri` only.
 * @throws PassingFault `provider-unavailable` after 5xx or a broken line; Fault of that code after silence, or 429, by which
 * the provider asks to be left alone (RFC 6585 §4)
 */
export const pushRequest = async (
  metadata: ProviderMetadata,
  profile: ProviderProfile,
  request: AuthorizationRequest,
): Promise<Result<URL, Refusal>> => {
  const client: oauth.Client = { client_id: request.clientId }
  const response = await send(metadata, client, request)
  if (isBusy(response.status)) {
    const Kind = response.status === 429 ? Fault : PassingFault
    throw new Kind('provider-unavailable', `pushed request answered ${response.status}`)
  }
  try {
    // The engine turns a text into a number; what is judged is what was sent.
    const sent: unknown = await response
      .clone()
      .json()
      .catch(() => undefined)
    const pushed = await oauth.processPushedAuthorizationResponse(metadata.server, client, response)
    if (!requestUri.test(pushed.request_uri) || !isPlausibleLife(sent, profile))
      return refused(refusal('pushed-answer-invalid'))
    const shown = { client_id: request.clientId, request_uri: pushed.request_uri }
    return ok(addressWith(metadata.authorizationEndpoint, shown))
  } catch (error) {
    return refused(readError(error))
  }
}

/** RFC 6749 §3.1: a query that the endpoint already has is kept. */
export const addressWith = (endpoint: URL, parameters: Readonly<Record<string, string>>): URL => {
  const address = new URL(endpoint)
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address
}

const life = z.object({ expires_in: z.int().min(5) })

const isPlausibleLife = (sent: unknown, { longestRequestUriSeconds }: ProviderProfile): boolean => {
  const read = life.safeParse(sent)
  return read.success && read.data.expires_in <= longestRequestUriSeconds
}

const send = async (
  { server, tokenEndpoint }: ProviderMetadata,
  client: oauth.Client,
  { authentication, parameters, watched }: AuthorizationRequest,
): Promise<Response> => {
  try {
    return await oauth.pushedAuthorizationRequest(
      server,
      client,
      authentication,
      { ...parameters },
      {
        [oauth.customFetch]: watched(boundedFetch({ milliseconds: 4_000, bytes: 64 * 1024 })),
        [oauth.allowInsecureRequests]: isLoopback(new URL(tokenEndpoint)),
      },
    )
  } catch (error) {
    if (error instanceof Fault) throw error
    const Kind = brokeOff(error) ? PassingFault : Fault
    throw new Kind('provider-unavailable', 'pushed request', error)
  }
}

const readError = (error: unknown): Refusal => {
  if (!(error instanceof oauth.ResponseBodyError)) return refusal('pushed-answer-invalid')
  const code = /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'unknown error'
  return refusal(error.error === 'invalid_client' ? 'client-rejected' : 'pushed-request-refused', code)
}
