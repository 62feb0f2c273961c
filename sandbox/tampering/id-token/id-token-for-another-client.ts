import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'id-token-for-another-client',
  rows: ['C14', 'C47'],
  says: 'the ID token is for another client',
  door: 'token',
  variants: {
    another: idToken({ aud: 'a-client-of-somebody-else' }),
    missing: idToken({ aud: undefined }),
    'an empty list': idToken({ aud: [] }),
    'a number': idToken({ aud: 7 }),
    'almost us': idToken(({ aud }) => ({ aud: `${aud} ` })),
    'a valid token of another client': idToken({ aud: 'a-client-of-somebody-else', sub: 'somebody-else' }),
  },
  refusedAs: 'audience-mismatch',
})
