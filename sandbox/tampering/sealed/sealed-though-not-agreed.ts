import { createPublicKey } from 'node:crypto'
import { defineLie } from '../lie.ts'
import { compactOf, seal } from '../sealing.ts'
import { userInfoAs } from '../tellings.ts'

export default defineLie({
  name: 'sealed-though-not-agreed',
  rows: ['E02'],
  says: 'UserInfo is encrypted though nobody asked for it',
  door: 'userinfo',
  tell: userInfoAs(({ compact }, { strangers }) =>
    compactOf(seal(compact, { key: createPublicKey(strangers.strong().privateKey) })),
  ),
  refusedAs: 'token-malformed',
})
