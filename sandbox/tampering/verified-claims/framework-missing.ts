import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'framework-missing',
  rows: ['F04'],
  says: 'nobody says under which rules it was verified',
  door: 'userinfo',
  variants: {
    missing: verification({ trust_framework: undefined }),
    'a list': verification({ trust_framework: ['eidas'] }),
    empty: verification({ trust_framework: '' }),
    'a number': verification({ trust_framework: 7 }),
  },
  refusedAs: 'verified-claims-malformed',
  notAt: [withVerifiedClaims],
})
