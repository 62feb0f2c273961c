import { withVerifiedClaims } from '../at-release.ts'
import type { Members } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'
import { mapVerifiedClaims, membersOf } from '../verified-claims-tellings.ts'

const claimsOf = (value: unknown): Members => membersOf(membersOf(Array.isArray(value) ? value[0] : value)['claims'])

export default defineLie({
  name: 'told-but-not-verified',
  rows: ['F10'],
  says: 'the claims are told, but not among the verified ones',
  door: 'userinfo',
  variants: {
    'all outside': userInfo(({ verified_claims }) => ({ ...claimsOf(verified_claims), verified_claims: undefined })),
    'name outside': (honest, tools) =>
      userInfo(({ verified_claims }) => ({
        name: claimsOf(verified_claims)['name'],
        verified_claims: mapVerifiedClaims(verified_claims, (each) => {
          const { name: _, ...claims } = membersOf(each['claims'])
          return { ...each, claims }
        }),
      }))(honest, tools),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
