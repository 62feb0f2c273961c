import { createPublicKey } from 'node:crypto'
import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'

export default defineLie({
  name: 'sealed-for-somebody-else',
  rows: ['E17'],
  says: 'UserInfo is encrypted with the key of somebody else',
  door: 'userinfo',
  tell: sealedUserInfo(({ compact }, _, { strangers }) =>
    compactOf(seal(compact, { key: createPublicKey(strangers.strong().privateKey) })),
  ),
  during: 'visa/apply',
  refusedAs: 'userinfo-undecipherable',
  notAt: [withEncryption],
})
