import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verifiedClaim } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'name-of-look-alikes',
  rows: ['F22', 'H15'],
  says: 'the name has letters that look like others, or that cannot be seen',
  door: 'userinfo',
  variants: {
    homoglyphs: verifiedClaim({ name: 'М\u0456ra S\u043elberg' }),
    'right to left': verifiedClaim({ name: 'Mira \u202egrebloS' }),
    'zero width': verifiedClaim({ name: 'Mi\u200bra Sol\u2060berg' }),
    markup: verifiedClaim({ name: '<img src=x onerror=alert(1)>' }),
  },
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
