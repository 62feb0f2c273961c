import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { documentExpires } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'evidence-expires-today',
  rows: ['F13'],
  says: 'the document that was looked at expires today',
  door: 'userinfo',
  tell: documentExpires(({ now }) => new Date(now * 1000).toISOString().slice(0, 10)),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
