import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaim } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'claims-named-after-prototypes',
  rows: ['F20', 'H15'],
  says: "claims are named after JavaScript's own",
  door: 'userinfo',
  tell: verifiedClaim({ constructor: 'x', toString: 'x', hasOwnProperty: 'x', ['__proto__']: 'x' }),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
