import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import type { ProviderProfile } from '../../../domain/provider/profile.ts'
import { Fault } from '../../../kernel/fault.ts'
import { isYounger } from '../../../kernel/is-younger.ts'
import { boundedFetch } from '../bounded-fetch.ts'

/** HTTPS, or plain HTTP to this very machine (as RFC 8252 §8.3 allows): a practice world has no certificate. */
export const isTrustworthyUrl = (url: URL): boolean => url.protocol === 'https:' || isLoopback(url)

export const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

const endpoint = z.url().refine((url) => isTrustworthyUrl(new URL(url)), 'https')

/** What we need of the metadata: endpoints. Algorithms and the like are placeholders at eSignet and are never read. */
const base = {
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  userinfo_endpoint: endpoint,
  jwks_uri: endpoint,
}

/** RFC 7636 §4.2. */
const methodsWithS256 = z.array(z.string()).refine((methods) => methods.includes('S256'), 'S256')

/** A release that pushes requests says where, and that it knows S256: less is a downgrade, not a dialect. */
const withPushedRequests = z.object({
  ...base,
  pushed_authorization_request_endpoint: endpoint,
  code_challenge_methods_supported: methodsWithS256,
})

/** The older releases need not mention PKCE, and accept it; one that does, and leaves S256 out, is downgraded too. */
const withoutPushedRequests = z.object({
  ...base,
  pushed_authorization_request_endpoint: z.undefined().catch(undefined),
  code_challenge_methods_supported: methodsWithS256.optional(),
})

export interface ProviderMetadata {
  readonly server: oauth.AuthorizationServer
  readonly authorizationEndpoint: URL
  readonly jwksUri: URL
  readonly tokenEndpoint: string
  /** Only where the release pushes requests. */
  readonly pushedAuthorizationRequestEndpoint: string | undefined
}

export interface MetadataPlace {
  readonly discovery: URL
  /** As configured; what is read must say the same, letter for letter. */
  readonly issuer: string
  readonly profile: ProviderProfile
  /** Hosts besides the issuer's where endpoints may be, as an operator says. */
  readonly furtherHosts?: readonly string[]
}

const freshMs = 60 * 60_000
/** A provider whose metadata cannot be fetched anew still works with what it said a day ago; it is never downgraded. */
const staleMs = 24 * 60 * 60_000
/** After a try that failed, what is known is used for a while without asking again: every login would wait otherwise. */
const pauseMs = 30_000

/** Reads OpenID Provider metadata (Discovery §4). Cached for an hour, kept for a day while the provider cannot answer. */
export const providerMetadata = (place: MetadataPlace, now: () => number): (() => Promise<ProviderMetadata>) => {
  let good: { readonly at: number; readonly value: ProviderMetadata } | undefined
  let failedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const usable = good !== undefined && isYounger(good.at, now(), staleMs) ? good.value : undefined
    if (
      good !== undefined &&
      usable !== undefined &&
      (isYounger(good.at, now(), freshMs) || isYounger(failedAt, now(), pauseMs))
    )
      return usable
    try {
      good = { at: now(), value: await read(place) }
      return good.value
    } catch (error) {
      failedAt = now()
      if (usable !== undefined) return usable
      throw error
    }
  }
}

/**
 * Endpoints on hosts that belong neither to the issuer nor to where its metadata lies, nor to a list of the operator's. Whoever
 * can change one address in the metadata could otherwise have codes and assertions sent to himself.
 */
const strangeEndpoints = (
  known: object,
  { discovery, issuer, furtherHosts = [] }: MetadataPlace,
): readonly string[] => {
  const homes = [new URL(issuer).hostname, discovery.hostname, ...furtherHosts]
  return Object.entries(known).flatMap(([name, value]) =>
    name !== 'issuer' && typeof value === 'string' && !homes.includes(new URL(value).hostname) ? [name] : [],
  )
}

const read = async (place: MetadataPlace): Promise<ProviderMetadata> => {
  const { discovery, issuer, profile } = place
  const response = await ask(discovery)
  if (response.status !== 200) throw new Fault('provider-unavailable', `discovery answered ${response.status}`)
  try {
    const server = await oauth.processDiscoveryResponse(new URL(issuer), response)
    const shape = profile.pushedAuthorizationRequests === 'always' ? withPushedRequests : withoutPushedRequests
    const known = shape.parse(server)
    // The engine compares parsed URLs, to which a trailing slash is nothing; tokens are compared letter for letter.
    if (known.issuer !== issuer) throw new Fault('provider-metadata-invalid', 'issuer')
    const strange = strangeEndpoints(known, place)
    if (strange.length > 0) throw new Fault('provider-metadata-invalid', strange.join(', '))
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
    return await boundedFetch({ milliseconds: 2_000, bytes: 64 * 1024 })(discovery, {
      headers: { accept: 'application/json' },
    })
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('provider-unavailable', 'discovery', error)
  }
}

const whatIsWrong = (error: unknown): string =>
  error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : 'metadata'
