import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaim } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'claim-of-wrong-kind',
  rows: ['F19'],
  says: 'a claim that is merely welcome is a number',
  door: 'userinfo',
  tell: verifiedClaim({ birthdate: 19_900_101 }),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
