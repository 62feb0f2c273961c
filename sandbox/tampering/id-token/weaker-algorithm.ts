import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'weaker-algorithm',
  rows: ['C04'],
  says: 'the ID token is signed with an algorithm that was not agreed',
  door: 'token',
  variants: {
    RS256: idToken({}, { alg: 'RS256' }),
    PS512: idToken({}, { alg: 'PS512' }),
    RS1: idToken({}, { alg: 'RS1' }),
  },
  refusedAs: 'algorithm-mismatch',
  // `idToken.algorithms` of release-1.6.ts.
  notAt: [{ releases: ['1.5', '1.6'], ways: ['RS256'], because: 'eSignet signs its tokens with RS256 until 1.6' }],
})
