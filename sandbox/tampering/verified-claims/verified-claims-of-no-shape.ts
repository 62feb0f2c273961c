import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'
import { verifiedClaims } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'verified-claims-of-no-shape',
  rows: ['F01', 'F02'],
  says: 'the verified claims are no object, or an object without its two halves',
  door: 'userinfo',
  variants: {
    text: userInfo({ verified_claims: 'eidas' }),
    number: userInfo({ verified_claims: 7 }),
    'an empty object': userInfo({ verified_claims: {} }),
    'no verification': verifiedClaims(({ verification: _, ...rest }) => rest),
    'no claims': verifiedClaims(({ claims: _, ...rest }) => rest),
    'a list of texts': userInfo({ verified_claims: ['eidas'] }),
  },
  refusedAs: 'verified-claims-malformed',
  notAt: [withVerifiedClaims],
})
