import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'one-key-twice',
  rows: ['D04'],
  says: 'the same key is listed twice',
  door: 'jwks',
  tell: keySet(([own, ...others]) => [own, own, ...others]),
  refusedAs: 'accepted',
})
