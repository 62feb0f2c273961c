import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'framework-unknown',
  rows: ['F04', 'H15'],
  says: 'it was verified under rules that the act does not know',
  door: 'userinfo',
  variants: {
    unknown: verification({ trust_framework: 'my-own-rules' }),
    'other case': verification({ trust_framework: 'EIDAS' }),
    'almost the same': verification({ trust_framework: 'eidas ' }),
    prototype: verification({ trust_framework: '__proto__' }),
    'a thousand letters': verification({ trust_framework: 'ក'.repeat(1000) }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
