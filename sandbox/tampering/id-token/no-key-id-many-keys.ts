import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'no-key-id-many-keys',
  rows: ['C07'],
  says: 'the ID token names no key, and eSignet has several',
  door: 'token',
  tell: idToken({}, { kid: undefined }),
  refusedAs: 'key-unknown',
})
