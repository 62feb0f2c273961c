import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedWith } from '../sealing.ts'

export default defineLie({
  name: 'sealed-for-another-client',
  rows: ['E08'],
  says: 'UserInfo is encrypted for us, and inside is for another client',
  door: 'userinfo',
  tell: sealedWith(({ header, claims }, { signAs }) =>
    signAs('identity-system', header, JSON.stringify({ ...claims, aud: 'omera-bank' })),
  ),
  during: 'visa/apply',
  refusedAs: 'userinfo-audience-mismatch',
  notAt: [withEncryption],
})
