import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { Fault } from '../../../kernel/fault.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import { boundedFetch, neverLeft } from '../bounded-fetch.ts'
import type { ClockWatch } from './clock-watch.ts'
import { mediaTypeOf } from './media-type.ts'
import { hasUsableNonce } from './proof-nonce.ts'
import { isLoopback, type ProviderMetadata } from './provider-metadata.ts'

/** RFC 6749 §5.1 with Core §3.1.3.3: what must be there. A refresh token, a scope, anything else is dropped unread. */
const tokenResponse = z.object({
  access_token: z.string().min(1).max(16_384),
  id_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.union([z.number().positive().max(86_400), z.string().regex(/^\d{1,5}$/)]).optional(),
})

export type RawTokens = { readonly idToken: string; readonly accessToken: string }

export interface TokenRequest {
  readonly clientId: string
  readonly authentication: oauth.ClientAuth
  readonly parameters: { readonly code: string; readonly redirect_uri: string; readonly code_verifier: string }
  readonly proof: oauth.DPoPHandle | undefined
  readonly watched: ClockWatch
}

/**
 * Exchanges the code (RFC 6749 §4.1.3). Sent once, whatever happens: eSignet looks a code up, exchanges it with the identity
 * system, and only then forgets it, so a second try could succeed twice. The one exception is a proof of possession that must
 * be made again with the provider's nonce (RFC 9449 §8): that is refused before the code is used, and asked for once.
 */
export const exchangeTokens = async (
  metadata: ProviderMetadata,
  request: TokenRequest,
): Promise<Result<RawTokens, Refusal>> => {
  const first = await exchangeOnce(metadata, request)
  if (first.ok || first.refusal.code !== 'dpop-nonce-loop' || request.proof === undefined) return first
  return exchangeOnce(metadata, request)
}

const exchangeOnce = async (metadata: ProviderMetadata, request: TokenRequest): Promise<Result<RawTokens, Refusal>> => {
  const response = await send(metadata, request)
  // A request that was turned away at the gate was not looked at: the code is not spent.
  if (response.status === 429) return refused(refusal('provider-unavailable', 'token endpoint answered 429'))
  if (response.status >= 500) return refused(refusal('exchange-unknown', `token endpoint answered ${response.status}`))
  const body = await readJson(response)
  if (response.status === 400 || response.status === 401) return refused(readError(body, hasUsableNonce(response)))
  if (response.status !== 200)
    return refused(refusal('provider-answer-invalid', `token endpoint answered ${response.status}`))
  return readTokens(body, request.proof === undefined ? 'bearer' : 'dpop')
}

/** RFC 9449 §5: a token that is not of the type agreed is not ours to use, in either direction. */
const readTokens = (body: unknown, type: 'bearer' | 'dpop'): Result<RawTokens, Refusal> => {
  const tokens = tokenResponse.safeParse(body)
  if (!tokens.success) return refused(refusal('provider-answer-invalid', whatIsWrong(tokens.error)))
  if (tokens.data.token_type.toLowerCase() !== type) return refused(refusal('token-type-downgraded'))
  return ok({ idToken: tokens.data.id_token, accessToken: tokens.data.access_token })
}

const whatIsWrong = (error: z.ZodError): string =>
  error.issues.map(({ path }) => path.join('.')).join(', ') || 'no object'

const send = async (
  { server, tokenEndpoint }: ProviderMetadata,
  { clientId, authentication, parameters, proof, watched }: TokenRequest,
): Promise<Response> => {
  try {
    return await oauth.genericTokenEndpointRequest(
      server,
      { client_id: clientId },
      authentication,
      'authorization_code',
      { ...parameters },
      {
        [oauth.customFetch]: watched(boundedFetch({ milliseconds: 5_000, bytes: 64 * 1024 })),
        [oauth.allowInsecureRequests]: isLoopback(new URL(tokenEndpoint)),
        ...(proof === undefined ? {} : { DPoP: proof }),
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
  if (mediaTypeOf(response) !== 'application/json') return undefined
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const errorResponse = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) })

/** RFC 6749 §5.2 with eSignet's habits: 400 instead of 401, and the identity system's failures as `invalid_request`. */
const readError = (body: unknown, nonceUsable: boolean): Refusal => {
  const read = errorResponse.safeParse(body)
  if (!read.success) return refusal('provider-answer-invalid', 'token endpoint')
  const { error } = read.data
  if (error === 'use_dpop_nonce') return nonceUsable ? refusal('dpop-nonce-loop') : refusal('dpop-refused', 'nonce')
  if (error === 'invalid_dpop_proof') return refusal('dpop-refused', error)
  if (error === 'invalid_grant' || error === 'invalid_transaction') return refusal('code-rejected', error)
  if (error === 'invalid_client' || error === 'invalid_assertion') return refusal('client-rejected', error)
  return refusal('provider-error', error)
}
