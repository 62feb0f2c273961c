import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { envelope } from '../sealing.ts'

export default defineLie({
  name: 'header-of-the-envelope-with-twins',
  rows: ['E22'],
  says: 'the envelope names two algorithms',
  door: 'userinfo',
  tell: envelope(({ header }) => ({ header: header.replace('{', '{"alg":"dir",') })),
  during: 'visa/apply',
  refusedAs: 'json-duplicate-member',
  notAt: [withEncryption],
})
