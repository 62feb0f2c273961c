import type { Fetched } from '../documents.ts'
import type { JsonObject } from '../json.ts'
import type { Jwk } from '../keys/jwk.ts'
import type { Release } from '../release.ts'
import type { ServiceFile } from '../service-files.ts'

/** Everything the checks look at, gathered once. What could not be had, or was not given, is undefined. */
export interface Patient {
  readonly release: Release
  readonly discovery: URL
  /** The configured issuer, or the discovery address without its well-known suffix. */
  readonly issuer: string
  readonly discoveryAnswer: Fetched
  readonly metadata: JsonObject | undefined
  readonly providerKeysAnswer: Fetched | undefined
  readonly providerKeys: readonly Jwk[] | undefined
  readonly file: ServiceFile
  readonly redirectUri: string | undefined
  /** Our own published keys, each with its thumbprint (RFC 7638). */
  readonly ourKeys: readonly ThumbedKey[] | undefined
  readonly registration: JsonObject | undefined
  readonly registeredKey: ThumbedKey | undefined
}

export interface ThumbedKey {
  readonly key: Jwk
  readonly thumbprint: string | undefined
}
