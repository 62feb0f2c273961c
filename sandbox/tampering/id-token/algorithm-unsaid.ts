import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'algorithm-unsaid',
  rows: ['C04'],
  says: 'the header does not say how the ID token is signed',
  door: 'token',
  variants: {
    missing: idToken({}, { alg: undefined }),
    'a list': idToken({}, { alg: ['PS256'] }),
    empty: idToken({}, { alg: '' }),
  },
  refusedAs: 'token-malformed',
})
