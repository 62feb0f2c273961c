import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-issued-by-another',
  rows: ['E09', 'E10'],
  says: 'UserInfo was issued by somebody else, or by nobody',
  door: 'userinfo',
  variants: {
    another: userInfo({ iss: 'https://esignet.other.example' }),
    missing: userInfo({ iss: undefined }),
    'a list': userInfo(({ iss }) => ({ iss: [iss] })),
    'trailing slash': userInfo(({ iss }) => ({ iss: `${iss}/` })),
  },
  refusedAs: 'userinfo-issuer-mismatch',
})
