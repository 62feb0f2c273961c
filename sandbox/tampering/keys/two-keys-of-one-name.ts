import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'two-keys-of-one-name',
  rows: ['D03'],
  says: 'two keys have the same name, and nothing tells them apart',
  door: 'jwks',
  tell: keySet(([own, ...others], { strangers }) => [strangers.strong().published(String(own?.kid)), own, ...others]),
  noticedAt: 'token',
  refusedAs: 'keys-untrustworthy',
})
