import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import { Fault } from '../../../kernel/fault.ts'
import { boundedFetch } from '../bounded-fetch.ts'

/** HTTPS, or plain HTTP to this very machine (as RFC 8252 §8.3 allows): a practice world has no certificate. */
export const isTrustworthyUrl = (url: URL): boolean => url.protocol === 'https:' || isLoopback(url)

export const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

const endpoint = z.url().refine((url) => isTrustworthyUrl(new URL(url)), 'https')

/** What we need of the metadata: endpoints. Algorithms and the like are placeholders at eSignet and are never read. */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  userinfo_endpoint: endpoint,
  jwks_uri: endpoint,
  pushed_authorization_request_endpoint: endpoint,
  code_challenge_methods_supported: z.array(z.string()).refine((methods) => methods.includes('S256'), 'S256'),
})

export interface ProviderMetadata {
  readonly server: oauth.AuthorizationServer
  readonly authorizationEndpoint: URL
  readonly jwksUri: URL
  readonly tokenEndpoint: string
  readonly pushedAuthorizationRequestEndpoint: string
}

const freshMs = 60 * 60_000
/** A provider whose metadata cannot be fetched anew still works with what it said a day ago; it is never downgraded. */
const staleMs = 24 * 60 * 60_000

/**
 * Reads OpenID Provider metadata (Discovery §4), whose issuer must be the configured one, byte for byte. Cached for an hour,
 * kept for a day while the provider cannot answer.
 */
export const providerMetadata = (
  discovery: URL,
  issuer: string,
  now: () => number,
): (() => Promise<ProviderMetadata>) => {
  let good: { readonly at: number; readonly value: ProviderMetadata } | undefined
  return async () => {
    if (good !== undefined && now() - good.at < freshMs) return good.value
    try {
      good = { at: now(), value: await read(discovery, issuer) }
      return good.value
    } catch (error) {
      if (good !== undefined && now() - good.at < staleMs) return good.value
      throw error
    }
  }
}

const read = async (discovery: URL, issuer: string): Promise<ProviderMetadata> => {
  const response = await ask(discovery)
  if (response.status !== 200) throw new Fault('provider-unavailable', `discovery answered ${response.status}`)
  try {
    const server = await oauth.processDiscoveryResponse(new URL(issuer), response)
    const known = metadata.parse(server)
    // The engine compares parsed URLs, to which a trailing slash is nothing; tokens are compared letter for letter.
    if (known.issuer !== issuer) throw new Fault('provider-metadata-invalid', 'issuer')
    return {
      server,
      authorizationEndpoint: new URL(known.authorization_endpoint),
      jwksUri: new URL(known.jwks_uri),
      tokenEndpoint: known.token_endpoint,
      pushedAuthorizationRequestEndpoint: known.pushed_authorization_request_endpoint,
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('provider-metadata-invalid', whatIsWrong(error), error)
  }
}

const ask = async (discovery: URL): Promise<Response> => {
  try {
    return await boundedFetch({ milliseconds: 3_000, bytes: 64 * 1024 })(discovery, {
      headers: { accept: 'application/json' },
    })
  } catch (error) {
    throw new Fault('provider-unavailable', 'discovery', error)
  }
}

const whatIsWrong = (error: unknown): string =>
  error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : 'metadata'
