import { constants, createHmac, type JsonWebKey, type KeyObject, sign } from 'node:crypto'
import type { Deployment, InterceptedCall, InterceptedDoor, OutgoingAnswer } from '../esignet/start.ts'
import { type Members, readMembers } from './json-text.ts'
import type { StrangerKeys } from './stranger-keys.ts'

/** What a lie can reach for while it is told. */
export interface Tools {
  /** Which way of telling the lie was chosen. */
  readonly variant: string
  /** Epoch seconds. */
  readonly now: number
  /** What the relying party sent. */
  readonly call: InterceptedCall
  /** eSignet's own address, which is its issuer. */
  readonly esignet: string
  /** eSignet's keys as it publishes them. */
  readonly published: readonly (JsonWebKey & Readonly<Record<string, unknown>>)[]
  readonly strangers: StrangerKeys
  readonly signAs: Deployment['signAs']
  /** The key with which UserInfo for this client is encrypted. */
  readonly encryptionKeyOf: Deployment['encryptionKeyOf']
  /** The honest answer at that door in the last login to which nobody lied, if there was one. */
  readonly earlier: (door: InterceptedDoor) => OutgoingAnswer | undefined
  /** The honest answer at that door in this login, once it was given. */
  readonly before: (door: InterceptedDoor) => OutgoingAnswer | undefined
  /** How often this door was lied at before, in this telling. */
  readonly timesTold: number
}

export interface Jwt {
  readonly header: Members
  readonly claims: Members
  readonly compact: string
}

export const textOf = ({ body }: OutgoingAnswer): string => Buffer.from(body).toString('utf8')

export const readJwt = (compact: string): Jwt => {
  const [header = '', payload = ''] = compact.split('.')
  return { header: readMembers(decode(header)), claims: readMembers(decode(payload)), compact }
}

/** The ID token of an honest token answer. */
export const idTokenOf = (answer: OutgoingAnswer | undefined): Jwt => {
  if (answer === undefined) throw new Error('no tokens were given yet')
  return readJwt(String(readMembers(textOf(answer))['id_token']))
}

export const encode = (part: string | Uint8Array): string => Buffer.from(part).toString('base64url')

export const decode = (part: string): string => Buffer.from(part, 'base64url').toString('utf8')

/** A compact JWS of a stranger: of the kind that `alg` in the header names, where the key can make it, else of the key's own kind. */
export const signAsStranger = (
  key: KeyObject | Uint8Array,
  header: Members | string,
  payload: string | Uint8Array,
): string => {
  const head = typeof header === 'string' ? header : JSON.stringify(header)
  const input = `${encode(head)}.${encode(payload)}`
  return `${input}.${encode(signatureOf(key, typeof header === 'string' ? undefined : header['alg'], Buffer.from(input, 'ascii')))}`
}

const signatureOf = (key: KeyObject | Uint8Array, alg: unknown, input: Uint8Array): Uint8Array => {
  if (key instanceof Uint8Array) return createHmac('sha256', key).update(input).digest()
  if (key.asymmetricKeyType === 'ec') return sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
  if (alg === 'RS256') return sign('sha256', input, key)
  return sign('sha256', input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
}
