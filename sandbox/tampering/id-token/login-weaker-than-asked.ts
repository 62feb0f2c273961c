import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'login-weaker-than-asked',
  rows: ['C37'],
  says: 'the person was authenticated in a weaker way than asked, or nobody says how',
  door: 'token',
  variants: {
    weaker: idToken({ acr: 'mosip:idp:acr:static-code' }),
    missing: idToken({ acr: undefined }),
    unknown: idToken({ acr: 'mosip:idp:acr:wink' }),
    'a list': idToken(({ acr }) => ({ acr: [acr] })),
    'almost the same': idToken({ acr: 'mosip:idp:acr:generated-code-not' }),
    'upper case': idToken(({ acr }) => ({ acr: String(acr).toUpperCase() })),
  },
  refusedAs: 'acr-unmet',
})
