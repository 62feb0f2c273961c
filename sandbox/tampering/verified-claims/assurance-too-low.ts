import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'assurance-too-low',
  rows: ['F05', 'F06'],
  says: 'it was verified less carefully than the act needs, or nobody says how carefully',
  door: 'userinfo',
  variants: {
    low: verification({ assurance_level: 'low' }),
    missing: verification({ assurance_level: undefined }),
    unknown: verification({ assurance_level: 'higher-than-high' }),
    'other case': verification({ assurance_level: 'HIGH' }),
    'a list': verification({ assurance_level: ['high'] }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
