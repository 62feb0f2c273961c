import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { everyVerifiedClaims } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'one-statement-twice',
  rows: ['F07', 'H15'],
  says: 'the same object comes twice',
  door: 'userinfo',
  tell: everyVerifiedClaims((honest) => [honest, honest]),
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
