import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaim } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'essential-claim-omitted',
  rows: ['F18', 'F19'],
  says: 'a claim that the act needs is missing, or is no text',
  door: 'userinfo',
  variants: {
    'country missing': verifiedClaim({ country: undefined }),
    'name missing': verifiedClaim({ name: undefined, 'name#en': undefined, 'name#eng': undefined }),
    'country a number': verifiedClaim({ country: 7 }),
    'country empty': verifiedClaim({ country: '' }),
    'country null': verifiedClaim({ country: null }),
    'country a list': verifiedClaim({ country: ['Westalis'] }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
