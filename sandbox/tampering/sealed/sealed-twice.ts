import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'

export default defineLie({
  name: 'sealed-twice',
  rows: ['E21'],
  says: 'inside the envelope is another envelope',
  door: 'userinfo',
  tell: sealedUserInfo(({ compact }, key) => compactOf(seal(compactOf(seal(compact, { key })), { key }))),
  during: 'visa/apply',
  refusedAs: 'userinfo-nested-too-deep',
  notAt: [withEncryption],
})
