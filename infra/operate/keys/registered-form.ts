import { textIn } from '../json.ts'
import type { Jwk } from './jwk.ts'

/**
 * The client assertion key in the form eSignet stores: nothing but what identifies and bounds it, because the text may have
 * 1024 characters at most, and the algorithm the release is spoken to with, because a stated one must match (RFC 7517 §4.4).
 */
export const signingKeyForm = (key: Jwk, algorithm: string): Jwk => ({
  ...material(key),
  ...(textIn(key, 'kid') === undefined ? {} : { kid: textIn(key, 'kid') }),
  use: 'sig',
  alg: algorithm,
})

/** The key UserInfo is encrypted for. eSignet knows RSA-OAEP-256 with A256GCM, whatever its metadata says. */
export const encryptionKeyForm = (key: Jwk): Jwk => ({
  ...material(key),
  ...(textIn(key, 'kid') === undefined ? {} : { kid: textIn(key, 'kid') }),
  use: 'enc',
  alg: 'RSA-OAEP-256',
})

const material = (key: Jwk): Jwk =>
  Object.fromEntries(
    ['kty', 'n', 'e', 'crv', 'x', 'y'].flatMap((member) => {
      const value = textIn(key, member)
      return value === undefined ? [] : [[member, value]]
    }),
  )
