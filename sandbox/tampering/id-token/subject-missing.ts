import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'subject-missing',
  rows: ['C20'],
  says: 'the ID token names nobody',
  door: 'token',
  variants: {
    missing: idToken({ sub: undefined }),
    'a number': idToken({ sub: 7 }),
    null: idToken({ sub: null }),
    'a list': idToken(({ sub }) => ({ sub: [sub] })),
  },
  refusedAs: 'subject-invalid',
})
