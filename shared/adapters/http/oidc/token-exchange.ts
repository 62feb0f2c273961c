import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { boundedFetch, neverLeft } from '../bounded-fetch.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'

/** RFC 6749 §5.1 with Core §3.1.3.3: what must be there. A refresh token, a scope, anything else is dropped unread. */
const tokenResponse = z.object({
  access_token: z.string().min(1).max(16_384),
  id_token: z.string().min(1),
  token_type: z.string().refine((type) => type.toLowerCase() === 'bearer', 'Bearer'),
})

export type RawTokens = { readonly idToken: string; readonly accessToken: string }

/**
 * Exchanges the code (RFC 6749 §4.1.3). Sent once, whatever happens: eSignet looks a code up, exchanges it with the identity
 * system, and only then forgets it, so a second try could succeed twice.
 */
export const exchangeTokens = async (
  metadata: ProviderMetadata,
  clientId: string,
  authentication: oauth.ClientAuth,
  parameters: { readonly code: string; readonly redirect_uri: string; readonly code_verifier: string },
): Promise<Result<RawTokens, Refusal>> => {
  const response = await send(metadata, clientId, authentication, parameters)
  if (response.status >= 500) return refused(refusal('exchange-unknown', `token endpoint answered ${response.status}`))
  const body = await readJson(response)
  if (response.status === 400 || response.status === 401) return refused(readError(body))
  const tokens = tokenResponse.safeParse(body)
  if (response.status !== 200 || !tokens.success) return refused(refusal('provider-answer-invalid', 'token endpoint'))
  return ok({ idToken: tokens.data.id_token, accessToken: tokens.data.access_token })
}

const send = async (
  { server, tokenEndpoint }: ProviderMetadata,
  clientId: string,
  authentication: oauth.ClientAuth,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> => {
  try {
    return await oauth.genericTokenEndpointRequest(
      server,
      { client_id: clientId },
      authentication,
      'authorization_code',
      { ...parameters },
      {
        [oauth.customFetch]: boundedFetch({ milliseconds: 6_000, bytes: 64 * 1024 }),
        [oauth.allowInsecureRequests]: isLoopback(new URL(tokenEndpoint)),
      },
    )
  } catch (error) {
    if (error instanceof Fault) throw error
    throw neverLeft(error)
      ? new Fault('provider-unavailable', 'token endpoint', error)
      : new Fault('exchange-unknown', 'token endpoint', error)
  }
}

const readJson = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return undefined
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const errorResponse = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) })

/** RFC 6749 §5.2 with eSignet's habits: 400 instead of 401, and the identity system's failures as `invalid_request`. */
const readError = (body: unknown): Refusal => {
  const read = errorResponse.safeParse(body)
  if (!read.success) return refusal('provider-answer-invalid', 'token endpoint')
  const { error } = read.data
  if (error === 'invalid_grant' || error === 'invalid_transaction') return refusal('code-rejected', error)
  if (error === 'invalid_client' || error === 'invalid_assertion') return refusal('client-rejected', error)
  return refusal('provider-error', error)
}
