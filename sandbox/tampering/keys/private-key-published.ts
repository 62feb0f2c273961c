import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'private-key-published',
  rows: ['D08'],
  says: 'eSignet publishes its private key, so everybody can sign',
  door: 'jwks',
  variants: {
    'of the signing key': keySet(([own, ...others]) => [{ ...own, d: 'c2VjcmV0' }, ...others]),
    'of another key': keySet((keys) => [...keys, { kty: 'EC', crv: 'P-256', kid: 'other', x: 'eA', y: 'eQ', d: 'ZA' }]),
  },
  refusedAs: 'keys-untrustworthy',
})
