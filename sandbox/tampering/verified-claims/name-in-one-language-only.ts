import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaim } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'name-in-one-language-only',
  rows: ['F21'],
  says: 'the name comes in one language only, which nobody asked for',
  door: 'userinfo',
  tell: verifiedClaim(({ name }) => ({ name: undefined, 'name#fr': String(name) })),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
