import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'type-absent-or-plain',
  rows: ['C12'],
  says: 'the ID token says no type, or just that it is a JWT',
  door: 'token',
  variants: {
    absent: idToken({}, { typ: undefined }),
    JWT: idToken({}, { typ: 'JWT' }),
    jwt: idToken({}, { typ: 'jwt' }),
  },
  refusedAs: 'accepted',
})
