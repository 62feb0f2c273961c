import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'token-of-another-type',
  rows: ['C11'],
  says: 'the ID token says that it is a token of another kind',
  door: 'token',
  variants: {
    'access token': idToken({}, { typ: 'at+jwt' }),
    'logout token': idToken({}, { typ: 'logout+jwt' }),
    'proof of possession': idToken({}, { typ: 'dpop+jwt' }),
    'client assertion': idToken({}, { typ: 'client-authentication+jwt' }),
    'security event': idToken({}, { typ: 'secevent+jwt' }),
  },
  refusedAs: 'token-type-mismatch',
})
