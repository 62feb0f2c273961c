import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaims } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'further-members',
  rows: ['F03'],
  says: 'beside verification and claims stands something else',
  door: 'userinfo',
  tell: verifiedClaims((honest) => ({ ...honest, note: { more: true } })),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
