import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedWith } from '../sealing.ts'

export default defineLie({
  name: 'sealed-by-hand',
  rows: ['E17'],
  says: 'UserInfo is sealed as agreed, with a key id that means nothing',
  door: 'userinfo',
  tell: sealedWith(({ compact }) => compact),
  during: 'visa/apply',
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withEncryption],
})
