import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedUserInfo } from '../sealing.ts'

export default defineLie({
  name: 'seal-stripped',
  rows: ['E02'],
  says: 'UserInfo is not encrypted though it was agreed',
  door: 'userinfo',
  tell: sealedUserInfo(({ compact }) => compact),
  during: 'visa/apply',
  refusedAs: 'userinfo-not-encrypted',
  notAt: [withEncryption],
})
