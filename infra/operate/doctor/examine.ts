import { discoveryBytes, type Fetched, fetchJson, keySetBytes } from '../documents.ts'
import { isObject, type JsonObject, objectIn, textIn } from '../json.ts'
import { type Jwk, keysIn, thumbprint } from '../keys/jwk.ts'
import { readKeys } from '../keys/read-keys.ts'
import { readRegistration } from '../registration/registered.ts'
import type { Release } from '../release.ts'
import { readServiceFile } from '../service-files.ts'
import type { Patient, ThumbedKey } from './patient.ts'

export interface Places {
  readonly release: Release
  readonly discovery: URL
  readonly issuer: string | undefined
  readonly service: string
  readonly redirectUri: string | undefined
  readonly jwks: string | undefined
  readonly registration: string | undefined
}

const wellKnown = /\/\.well-known\/openid-configuration$/

/** Reads everything once: our files, the provider's two documents. Only what is ours and unreadable throws (Sentence). */
export const examine = async (places: Places, now: () => number): Promise<Patient> => {
  const file = await readServiceFile(places.service)
  const registration = places.registration === undefined ? undefined : await readRegistration(places.registration, now)
  const ours = places.jwks === undefined ? undefined : await readKeys(places.jwks, now)
  const registered = registration === undefined ? undefined : objectIn(registration, 'publicKey')
  const discoveryAnswer = await fetchJson(places.discovery, now, discoveryBytes)
  const metadata = objectOf(discoveryAnswer)
  const providerKeysAnswer = await fetchKeys(metadata, now)
  return {
    release: places.release,
    discovery: places.discovery,
    issuer: places.issuer ?? places.discovery.href.replace(wellKnown, ''),
    discoveryAnswer,
    metadata,
    providerKeysAnswer,
    providerKeys: providerKeysAnswer?.ok === true ? keysIn(providerKeysAnswer.value) : undefined,
    file,
    redirectUri: places.redirectUri,
    ourKeys: ours === undefined ? undefined : await Promise.all(ours.map(thumbed)),
    registration,
    registeredKey: registered === undefined ? undefined : await thumbed(registered),
  }
}

const objectOf = (answer: Fetched): JsonObject | undefined =>
  answer.ok && isObject(answer.value) ? answer.value : undefined

const fetchKeys = async (metadata: JsonObject | undefined, now: () => number): Promise<Fetched | undefined> => {
  const address = metadata === undefined ? undefined : textIn(metadata, 'jwks_uri')
  if (address === undefined || !URL.canParse(address)) return undefined
  return fetchJson(address, now, keySetBytes)
}

const thumbed = async (key: Jwk): Promise<ThumbedKey> => ({ key, thumbprint: await thumbprint(key) })
