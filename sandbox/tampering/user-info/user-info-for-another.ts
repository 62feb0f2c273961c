import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-for-another',
  rows: ['E08', 'E09'],
  says: 'UserInfo is for another client, or for nobody',
  door: 'userinfo',
  variants: {
    another: userInfo({ aud: 'a-client-of-somebody-else' }),
    missing: userInfo({ aud: undefined }),
    shared: userInfo(({ aud }) => ({ aud: [aud, 'a-stranger'] })),
    'our other service': userInfo({ aud: 'visa' }),
    'an empty list': userInfo({ aud: [] }),
  },
  refusedAs: 'userinfo-audience-mismatch',
})
