import { withVerifiedClaims } from '../at-release.ts'
import type { Members } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { everyVerifiedClaims, membersOf } from '../verified-claims-tellings.ts'

const underOtherRules = (honest: Members): Members => ({
  verification: { ...membersOf(honest['verification']), trust_framework: 'my-own-rules' },
  claims: { nickname: 'Momo' },
})

export default defineLie({
  name: 'one-good-one-unknown',
  rows: ['F07'],
  says: 'two objects come, of which one is under unknown rules',
  door: 'userinfo',
  variants: {
    'good first': everyVerifiedClaims((honest) => [honest, underOtherRules(honest)]),
    'good last': everyVerifiedClaims((honest) => [underOtherRules(honest), honest]),
  },
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
