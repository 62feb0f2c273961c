import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { everyVerifiedClaims } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'too-many-verified-claims',
  rows: ['F25'],
  says: 'there are more verified claims than anybody can look through',
  door: 'userinfo',
  variants: {
    33: everyVerifiedClaims((honest) => Array.from({ length: 33 }, () => honest)),
    '1000 small ones': everyVerifiedClaims(() =>
      Array.from({ length: 1000 }, () => ({ verification: { trust_framework: 'eidas' }, claims: { name: 'x' } })),
    ),
  },
  refusedAs: 'verified-claims-malformed',
  notAt: [withVerifiedClaims],
})
