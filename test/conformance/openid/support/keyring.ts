import { generateKeyPair as generate, type KeyObject, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { type JWTPayload, SignJWT } from 'jose'
import type { SignatureAlgorithm } from '../../../../shared/domain/provider/profile.ts'

const generateKeyPair = promisify(generate)

export type Members = Readonly<Record<string, unknown>>

/** One signing key per family, born together, and the names under which they are published. */
export interface Keyring {
  readonly published: readonly Members[]
  sign(claims: Members, header: { readonly alg: SignatureAlgorithm }): Promise<string>
}

type Names = 'with-kid' | 'without-kid'

const pairs = () =>
  Promise.all([generateKeyPair('rsa', { modulusLength: 2048 }), generateKeyPair('ec', { namedCurve: 'P-256' })])

/** Born with the process: a provider has keys before anybody asks it for something. */
const atStart = pairs()
const decoy = generateKeyPair('rsa', { modulusLength: 2048 })

/** The keys a provider begins with. */
export const firstKeyring = async (names: Names = 'with-kid'): Promise<Keyring> => keyringOf(await atStart, names)

/** New keys with new names. */
export const newKeyring = async (names: Names = 'with-kid'): Promise<Keyring> => keyringOf(await pairs(), names)

const keyringOf = ([rsa, ec]: Awaited<ReturnType<typeof pairs>>, names: Names): Keyring => {
  const [rsaName, ecName] = [randomUUID(), randomUUID()].map((kid) => (names === 'with-kid' ? { kid } : {}))
  return {
    published: [publish(rsa.publicKey, { ...rsaName, use: 'sig' }), publish(ec.publicKey, { ...ecName, use: 'sig' })],
    sign: (claims, { alg }) => {
      const [pair, name] = alg === 'ES256' ? [ec, ecName] : [rsa, rsaName]
      const payload: JWTPayload = { ...claims }
      return new SignJWT(payload).setProtectedHeader({ alg, ...name }).sign(pair.privateKey)
    },
  }
}

const publish = (key: KeyObject, members: Members): Members => ({ ...key.export({ format: 'jwk' }), ...members })

/** A key that is published under the name of another and is not for signatures (FAPI 2.0 §5.4.3): `use` tells them apart. */
export const decoyOf = async ({ published }: Keyring): Promise<Members> => {
  const { publicKey } = await decoy
  const kid = published[0]?.['kid']
  return publish(publicKey, { ...(kid === undefined ? {} : { kid }), use: 'enc' })
}

/** A token that nobody signed (RFC 7519 §6). */
export const unsigned = (claims: Members): string => `${encode({ alg: 'none' })}.${encode(claims)}.`

/** The same token with every bit of its signature turned. */
export const withBrokenSignature = (token: string): string => {
  const [head, payload, signature = ''] = token.split('.')
  const broken = Buffer.from(signature, 'base64url').map((byte) => byte ^ 0xff)
  return `${head}.${payload}.${Buffer.from(broken).toString('base64url')}`
}

const encode = (part: Members): string => Buffer.from(JSON.stringify(part)).toString('base64url')
