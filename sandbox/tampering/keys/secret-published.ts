import { defineLie } from '../lie.ts'
import { idTokenAs, keySet } from '../tellings.ts'
import { encode, signAsStranger } from '../tools.ts'

const secret = Buffer.from('a secret that everybody can read')

export default defineLie({
  name: 'secret-published',
  rows: ['D09'],
  says: 'eSignet publishes a secret, and seals the ID token with it',
  door: 'jwks',
  tell: keySet(([own, ...others]) => [{ kty: 'oct', kid: own?.kid, k: encode(secret) }, ...others]),
  alongside: {
    token: idTokenAs(({ header, claims }) =>
      signAsStranger(secret, { ...header, alg: 'HS256' }, JSON.stringify(claims)),
    ),
  },
  noticedAt: 'token',
  refusedAs: 'algorithm-mismatch',
})
