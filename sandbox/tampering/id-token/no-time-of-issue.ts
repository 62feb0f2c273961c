import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'no-time-of-issue',
  rows: ['C28'],
  says: 'the ID token does not say when it was issued',
  door: 'token',
  variants: {
    missing: idToken({ iat: undefined }),
    'a text': idToken(({ iat }) => ({ iat: String(iat) })),
    null: idToken({ iat: null }),
  },
  refusedAs: 'issued-at-implausible',
})
