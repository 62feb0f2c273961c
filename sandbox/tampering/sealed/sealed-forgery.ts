import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedWith } from '../sealing.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'sealed-forgery',
  rows: ['E05'],
  says: 'UserInfo is encrypted, and inside signed by somebody else',
  door: 'userinfo',
  tell: sealedWith(({ header, claims }, { strangers }) =>
    signAsStranger(strangers.strong().privateKey, header, JSON.stringify(claims)),
  ),
  during: 'visa/apply',
  refusedAs: 'signature-invalid',
  notAt: [withEncryption],
})
