import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'no-time-of-login',
  rows: ['C34'],
  says: 'the ID token does not say when the person logged in',
  door: 'token',
  variants: {
    missing: idToken({ auth_time: undefined }),
    'a text': idToken(({ auth_time }) => ({ auth_time: String(auth_time) })),
    null: idToken({ auth_time: null }),
  },
  refusedAs: 'auth-time-implausible',
})
