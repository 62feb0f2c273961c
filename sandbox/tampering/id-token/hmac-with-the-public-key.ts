import { createPublicKey, type KeyObject } from 'node:crypto'
import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

const hmacWith = (secretOf: (key: KeyObject) => string | Uint8Array) =>
  idTokenAs(({ header, claims }, { published }) => {
    const key = published.find(({ kid }) => kid === header['kid'])
    if (key === undefined) throw new Error('eSignet does not publish its own key')
    const secret = Buffer.from(secretOf(createPublicKey({ key, format: 'jwk' })))
    return signAsStranger(secret, { ...header, alg: 'HS256' }, JSON.stringify(claims))
  })

export default defineLie({
  name: 'hmac-with-the-public-key',
  rows: ['C03'],
  says: 'the ID token is sealed with the public key as if it were a secret',
  door: 'token',
  variants: {
    PEM: hmacWith((key) => key.export({ type: 'spki', format: 'pem' }).toString()),
    DER: hmacWith((key) => key.export({ type: 'spki', format: 'der' })),
    JWK: hmacWith((key) => JSON.stringify(key.export({ format: 'jwk' }))),
  },
  refusedAs: 'algorithm-mismatch',
})
