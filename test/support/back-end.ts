import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { sha256 } from '../../shared/kernel/sha256.ts'
import { noonSeconds } from './builders.ts'

export const publicUrl = 'https://api.example'
export const tokenEndpoint = `${publicUrl}/oauth/token`

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

export interface Signer {
  readonly alg: string
  readonly pair: KeyPair
  readonly jwk: JWK
}

export const aSigner = async (alg: 'ES256' | 'PS256' | 'EdDSA' | 'RS256' = 'ES256'): Promise<Signer> => {
  const pair = await generateKeyPair(alg, { extractable: true })
  return { alg, pair, jwk: await exportJWK(pair.publicKey) }
}

/** A claim or header member that is `undefined` is left out. */
type Members = Readonly<Record<string, unknown>>

let count = 0
/** Unique, and long enough. */
export const aJti = (): string => `jti-of-a-back-end-${++count}`

/** An assertion as an honest back end makes it, unless the wish says otherwise. */
export const anAssertion = (signer: Signer, claims: Members = {}, header: Members = {}): Promise<string> =>
  signed(
    signer,
    {
      iss: 'omera-bank',
      sub: 'omera-bank',
      aud: tokenEndpoint,
      iat: noonSeconds,
      exp: noonSeconds + 60,
      jti: aJti(),
      ...claims,
    },
    { alg: signer.alg, typ: 'JWT', ...header },
  )

/** A proof for the token door, unless the wish says otherwise. */
export const aProof = (signer: Signer, claims: Members = {}, header: Members = {}): Promise<string> =>
  signed(
    signer,
    { htm: 'POST', htu: tokenEndpoint, iat: noonSeconds, jti: aJti(), ...claims },
    { alg: signer.alg, typ: 'dpop+jwt', jwk: signer.jwk, ...header },
  )

/** A proof for a call with an access token. */
export const aProofFor = (signer: Signer, token: string, claims: Members = {}): Promise<string> =>
  aProof(signer, { htu: `${publicUrl}/omera-bank/decisions`, ath: sha256(token), ...claims })

export const thumbprint = ({ jwk }: Signer): Promise<string> => calculateJwkThumbprint(jwk)

const signed = ({ alg, pair }: Signer, claims: Members, header: Members): Promise<string> =>
  new SignJWT(without(claims)).setProtectedHeader({ alg, ...without(header) }).sign(pair.privateKey)

const without = (members: Members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

/** A JWT whose signature nobody made: for `none`, and for what is refused before any signature is looked at. */
export const unsigned = (header: unknown, claims: unknown, signature = 'c2ln'): string =>
  [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(signature)
    .join('.')
