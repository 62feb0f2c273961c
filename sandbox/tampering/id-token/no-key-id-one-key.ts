import { defineLie } from '../lie.ts'
import { idToken, keySet, userInfoAs } from '../tellings.ts'
import { idTokenOf } from '../tools.ts'

export default defineLie({
  name: 'no-key-id-one-key',
  rows: ['C06'],
  says: 'the ID token names no key, and eSignet has only one',
  door: 'token',
  tell: idToken({}, { kid: undefined }),
  alongside: {
    jwks: keySet((keys) => keys.slice(0, 1)),
    userinfo: userInfoAs(({ claims }, tools) => {
      const { alg } = idTokenOf(tools.before('token')).header
      return tools.signAs('provider', { alg }, JSON.stringify(claims))
    }),
  },
  refusedAs: 'accepted',
})
