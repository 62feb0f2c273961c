import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'verified-too-long-ago',
  rows: ['F12'],
  says: 'it was verified longer ago than the act accepts',
  door: 'userinfo',
  tell: verification({ time: '2019-05-01T10:00:00Z' }),
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
