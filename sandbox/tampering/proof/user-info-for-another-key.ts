import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'user-info-for-another-key',
  rows: ['E27'],
  says: 'the UserInfo endpoint says that the token is bound to another key',
  door: 'userinfo',
  tell: answers({ status: 401, headers: { 'www-authenticate': 'DPoP error="invalid_token"' }, body: '' }),
  during: 'visa/apply',
  refusedAs: 'userinfo-refused',
  notAt: [withProofOfPossession],
})
