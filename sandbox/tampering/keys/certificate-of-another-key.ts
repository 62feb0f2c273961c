import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'certificate-of-another-key',
  rows: ['D16'],
  says: 'the certificate beside the key is that of another key',
  door: 'jwks',
  tell: keySet(([own, other, ...others]) => [{ ...own, x5c: other?.['x5c'] }, other, ...others]),
  refusedAs: 'accepted',
})
