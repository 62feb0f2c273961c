import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'
import { verifiedClaims } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'verified-claims-empty',
  rows: ['F01', 'F02'],
  says: 'nothing was verified, in other words',
  door: 'userinfo',
  variants: {
    null: userInfo({ verified_claims: null }),
    'an empty list': userInfo({ verified_claims: [] }),
    // OIDC4IDA lets `claims` be empty: that something was verified, and nothing of it told.
    'claims of nothing': verifiedClaims((honest) => ({ ...honest, claims: {} })),
    missing: userInfo({ verified_claims: undefined }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
