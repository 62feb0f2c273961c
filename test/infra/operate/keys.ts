import { generateKeyPairSync } from 'node:crypto'

export type Jwk = Readonly<Record<string, unknown>>

/** A fresh RSA key as a private JWK; nothing of it outlives the process. */
export const privateRsaKey = (bits = 2048): Jwk => ({
  ...generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ format: 'jwk' }),
})

/** The public half of a fresh RSA key. */
export const rsaKey = (kid: string, bits = 2048, more: Jwk = {}): Jwk => {
  const { kty, n, e } = privateRsaKey(bits)
  return { kty, n, e, kid, use: 'sig', ...more }
}

export const ecKey = (kid: string): Jwk => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
})
