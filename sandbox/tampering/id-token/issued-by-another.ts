import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'issued-by-another',
  rows: ['C13'],
  says: 'the ID token was issued by somebody else, or almost by eSignet',
  door: 'token',
  variants: {
    another: idToken({ iss: 'https://esignet.other.example' }),
    'trailing slash': idToken(({ iss }) => ({ iss: `${iss}/` })),
    'a list': idToken(({ iss }) => ({ iss: [iss] })),
    missing: idToken({ iss: undefined }),
    'upper-case host': idToken(({ iss }) => ({ iss: String(iss).replace('localhost', 'LOCALHOST') })),
  },
  refusedAs: 'issuer-mismatch',
})
