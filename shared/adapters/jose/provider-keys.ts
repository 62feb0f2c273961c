import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose'
import type { PublishedKey } from '../../domain/provider/published-key.ts'
import { Fault } from '../../kernel/fault.ts'
import { isYounger } from '../../kernel/is-younger.ts'
import type { BoundedFetch } from '../http/bounded-fetch.ts'
import { judgeKeys } from './trustworthy-keys.ts'

export interface ProviderKeys {
  readonly find: JWTVerifyGetKey
  /** Resolves when keys are at hand; at most one request, none while the cached set is fresh. */
  prepare(): Promise<void>
}

/** Between two fetches for the sake of a key nobody has. */
const pauseMs = 30_000

/** How long keys still verify while the provider cannot hand out new ones. */
const staleMs = 24 * 60 * 60_000

/**
 * The provider's published keys (RFC 7517), judged before use and cached across invocations: ten minutes by our own rule,
 * because eSignet marks them `no-store`. An unknown `kid` fetches anew, at most twice a minute however fresh the set is, so that
 * a rotation loses no login and a flood of forged tokens does not become a flood of requests. `pinned` holds keys an
 * operator trusts besides the published ones: some identity systems sign UserInfo with keys that are in no set.
 */
export const providerKeys = (
  jwksUri: URL,
  fetchWithin: BoundedFetch,
  { now, pinned }: { readonly now: () => number; readonly pinned: JSONWebKeySet | undefined },
): ProviderKeys => {
  let weak: ReadonlySet<string> = new Set()
  let several = false
  /** As soon as there are two keys, a token names its own (Connect Core §10.1), even where `alg` would single one out. */
  const named =
    (find: JWTVerifyGetKey) =>
    async (...[header, token]: Parameters<JWTVerifyGetKey>) => {
      const key = await find(header, token)
      if (several && header?.kid === undefined) throw new errors.JWKSMultipleMatchingKeys()
      return key
    }
  let good: { readonly at: number; readonly find: JWTVerifyGetKey } | undefined
  const set = createRemoteJWKSet(jwksUri, {
    cacheMaxAge: 10 * 60_000,
    // The pause below is the one pause: two would ask twice as often as either.
    cooldownDuration: Number.POSITIVE_INFINITY,
    timeoutDuration: 3_000,
    [customFetch]: async (url, { headers, signal }) => {
      const response = await fetchWithin(url, { headers, signal })
      if (response.status !== 200) throw new Fault('provider-keys-unavailable', `key set answered ${response.status}`)
      const judged = judgeKeys(await response.json())
      weak = judged.weak
      several = judged.keys.filter(maySign).length > 1
      const keys = { keys: [...judged.keys] } as unknown as JSONWebKeySet
      good = { at: now(), find: named(createLocalJWKSet(keys)) }
      return Response.json(keys)
    },
  })
  const find = named(set)
  let askedForMissing = Number.NEGATIVE_INFINITY
  const stale = () => (good !== undefined && isYounger(good.at, now(), staleMs) ? good.find : undefined)
  // The engine would take keys that were learnt before the clock jumped back for fresh until it is that late again.
  const fresh = () => set.fresh && good !== undefined && good.at <= now()
  const findPinned = pinned === undefined ? undefined : createLocalJWKSet(pinned)
  return {
    find: async (header, token) => {
      if (weak.has(header?.kid ?? '')) throw new Fault('keys-untrustworthy', 'the key is too weak')
      try {
        return await find(header, token).catch((error: unknown) => {
          if (!isMissingKey(error) || isYounger(askedForMissing, now(), pauseMs)) throw error
          askedForMissing = now()
          return set.reload().then(() => find(header, token))
        })
      } catch (error) {
        // Two keys of one name: whichever is taken may be the wrong one (FAPI 2.0 §5.4.3).
        if (isAmbiguous(error) && header?.kid !== undefined)
          throw new Fault('keys-untrustworthy', 'two keys of one name')
        const elsewhere = isMissingKey(error) ? findPinned : isOutage(error) ? stale() : undefined
        if (elsewhere === undefined) throw error
        return elsewhere(header, token)
      }
    },
    prepare: async () => {
      if (fresh()) return
      try {
        await set.reload()
      } catch (error) {
        if (isOutage(error) && stale() !== undefined) return
        throw error instanceof Fault ? error : new Fault('provider-keys-unavailable', nameOf(error), error)
      }
    },
  }
}

const maySign = ({ use }: PublishedKey): boolean => use === undefined || use === 'sig'

const isAmbiguous = (error: unknown): boolean => error instanceof errors.JWKSMultipleMatchingKeys

const isMissingKey = (error: unknown): boolean => error instanceof errors.JWKSNoMatchingKey

/** That keys cannot be had is an outage; that they cannot be trusted is not, and old ones do not make up for it. */
const isOutage = (error: unknown): boolean =>
  !isMissingKey(error) && !(error instanceof Fault && error.code === 'keys-untrustworthy')

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
