import type { JsonWebKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, objectOf, textOf } from '../assembly/json.ts'
import { ellipticKeyPair } from '../key-pair.ts'

/** The key with which one service's back end signs its assertions, private half included. */
export interface BackEndKey {
  readonly kid: string
  readonly jwk: JsonWebKey
}

export type BackEndKeys = Readonly<Record<string, BackEndKey>>

/** A P-256 key for each service, born now. */
export const bearBackEndKeys = (services: readonly string[]): BackEndKeys =>
  Object.fromEntries(
    services.map((service) => [
      service,
      {
        kid: `${service}-practice`,
        jwk: ellipticKeyPair().privateKey.export({ format: 'jwk' }),
      },
    ]),
  )

/** What a stage is told of them: service id → JWK Set of the public halves (RFC 7517 §5). */
export const publicHalves = (keys: BackEndKeys) =>
  Object.fromEntries(
    Object.entries(keys).map(
      ([
        service,
        {
          kid,
          jwk: { kty, crv, x, y },
        },
      ]) => [service, { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] }],
    ),
  )

const fileIn = (assembly: string): string => join(assembly, 'back-end-keys.json')

/**
 * Keeps the private halves beside the assembly that knows the public ones, readable by this user alone. The next start empties
 * the folder and makes new ones.
 */
export const keepBackEndKeys = (assembly: string, keys: BackEndKeys): void =>
  writeFileSync(fileIn(assembly), JSON.stringify(keys), { mode: 0o600 })

/** @throws Error when there is no key for the service, or no practice world was ever started */
export const readBackEndKey = (assembly: string, service: string): BackEndKey => {
  const all: unknown = JSON.parse(readFileSync(fileIn(assembly), 'utf8'))
  const found = isObject(all) && Object.hasOwn(all, service) ? objectOf(all[service]) : undefined
  if (found === undefined) throw new Error(`There is no back end of "${service}" in this practice world.`)
  return { kid: textOf(found['kid']), jwk: objectOf(found['jwk']) }
}
