import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'key-for-another-use',
  rows: ['D05'],
  says: 'the key is not there to verify signatures of this kind',
  door: 'jwks',
  variants: {
    'to encrypt': keySet(([own, ...others]) => [{ ...own, use: 'enc' }, ...others]),
    'only to encrypt': keySet(([own, ...others]) => [{ ...own, use: undefined, key_ops: ['encrypt'] }, ...others]),
    'for another algorithm': keySet(([own, ...others]) => [{ ...own, alg: 'RS512' }, ...others]),
  },
  noticedAt: 'token',
  refusedAs: 'key-unknown',
})
