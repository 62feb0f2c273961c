import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { Fault } from '../../kernel/fault.ts'

export interface ProviderKeys {
  readonly find: JWTVerifyGetKey
  /** Resolves when keys are at hand; at most one request, none while the cached set is fresh. */
  prepare(): Promise<void>
}

/**
 * The provider's published keys (RFC 7517), cached across invocations: ten minutes by our own rule, because eSignet marks
 * them `no-store`. An unknown `kid` fetches anew, at most twice a minute, so that rotation works and a flood of forged
 * tokens does not become a flood of requests.
 */
export const providerKeys = (
  jwksUri: URL,
  fetchWithin: (url: string, init: { headers: Headers; signal: AbortSignal }) => Promise<Response>,
): ProviderKeys => {
  const set = createRemoteJWKSet(jwksUri, {
    cacheMaxAge: 10 * 60_000,
    cooldownDuration: 30_000,
    timeoutDuration: 3_000,
    [customFetch]: fetchWithin,
  })
  return {
    find: set,
    prepare: async () => {
      if (set.fresh) return
      try {
        await set.reload()
      } catch (error) {
        throw new Fault('provider-keys-unavailable', error instanceof Error ? error.name : 'unknown', error)
      }
    },
  }
}
