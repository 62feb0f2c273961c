import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'verified-claims-empty',
  rows: ['F01'],
  says: 'nothing was verified, in other words',
  door: 'userinfo',
  variants: {
    null: userInfo({ verified_claims: null }),
    'an empty list': userInfo({ verified_claims: [] }),
    missing: userInfo({ verified_claims: undefined }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
})
