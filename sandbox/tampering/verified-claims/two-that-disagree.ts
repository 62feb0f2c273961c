import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { everyVerifiedClaims, membersOf } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'two-that-disagree',
  rows: ['F08'],
  says: 'two objects say different things about one claim',
  door: 'userinfo',
  variants: {
    name: everyVerifiedClaims((honest) => [
      honest,
      { ...honest, claims: { ...membersOf(honest['claims']), name: 'Somebody Else' } },
    ]),
    country: everyVerifiedClaims((honest) => [
      { ...honest, claims: { ...membersOf(honest['claims']), country: 'Elsewhere' } },
      honest,
    ]),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
