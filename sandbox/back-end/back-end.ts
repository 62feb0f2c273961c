import { createHash, type KeyObject, randomUUID } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'
import { ellipticKeyPair } from '../key-pair.ts'
import type { BackEndKey } from './keys.ts'

/** A service's own back end, as somebody outside would write it: a stranger to the product, with what the documents say. */
export interface BackEnd {
  /** A new assertion (RFC 7523 §3); claims and header may be made wrong. */
  assertion(claims?: object, header?: object): Promise<string>
  /** A new proof for one request (RFC 9449 §4.2), with the hash of the token that goes with it. */
  proof(method: string, url: string, token?: string, claims?: object): Promise<string>
  /** Asks for a token; the answer as it comes. */
  askForToken(form?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** A token that is still good, asked for when there is none. @throws Error with the answer, when it is refused */
  token(): Promise<string>
  /** Calls a door, with token and proof. */
  call(method: string, path: string, body?: unknown): Promise<Response>
}

const now = (): number => Math.floor(Date.now() / 1000)

/**
 * @param api public address of the API
 * @param service id, which is the client id
 */
export const openBackEnd = (api: string, service: string, { kid, jwk }: BackEndKey): BackEnd => {
  const endpoint = `${api}/oauth/token`
  const hand = ellipticKeyPair()
  const handJwk: JWK = publicJwk(hand.publicKey)
  let held: { readonly token: string; readonly until: number } | undefined

  const assertion: BackEnd['assertion'] = async (claims = {}, header = {}) =>
    new SignJWT({
      iss: service,
      sub: service,
      aud: endpoint,
      iat: now(),
      exp: now() + 60,
      jti: randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid, ...header })
      .sign(await importJWK({ ...jwk }, 'ES256'))

  const proof: BackEnd['proof'] = (method, url, token, claims = {}) =>
    new SignJWT({
      htm: method,
      htu: url,
      iat: now(),
      jti: randomUUID(),
      ...(token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') }),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: handJwk })
      .sign(hand.privateKey)

  const askForToken: BackEnd['askForToken'] = async (form = {}, headers = {}) =>
    fetch(endpoint, {
      method: 'POST',
      headers: { dpop: await proof('POST', endpoint), ...headers },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(),
        ...form,
      }),
    })

  const token = async (): Promise<string> => {
    if (held !== undefined && held.until > now()) return held.token
    const answer = await askForToken()
    const body: unknown = await answer.json()
    const { access_token: issued, expires_in: seconds } = Object(body)
    if (typeof issued !== 'string') throw new Error(`No token: ${answer.status} ${JSON.stringify(body)}`)
    held = { token: issued, until: now() + Number(seconds) - 10 }
    return issued
  }

  return {
    assertion,
    proof,
    askForToken,
    token,
    call: async (method, path, body) => {
      const held = await token()
      const url = `${api}${path}`
      return fetch(url, {
        method,
        headers: {
          authorization: `DPoP ${held}`,
          dpop: await proof(method, url.split('?', 1)[0] ?? url, held),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
  }
}

const publicJwk = (key: KeyObject): JWK => {
  const { kty = '', crv = '', x = '', y = '' } = key.export({ format: 'jwk' })
  return { kty, crv, x, y }
}
