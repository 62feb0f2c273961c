import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'

export default defineLie({
  name: 'content-encryption-of-another-kind',
  rows: ['E15'],
  says: 'the content is encrypted in a way that was not agreed',
  door: 'userinfo',
  variants: {
    A128GCM: sealedUserInfo(({ compact }, key) => compactOf(seal(compact, { key, enc: 'A128GCM' }))),
    A192GCM: sealedUserInfo(({ compact }, key) => compactOf(seal(compact, { key, enc: 'A192GCM' }))),
    'A128CBC-HS256': sealedUserInfo(({ compact }, key) => compactOf(seal(compact, { key, enc: 'A128CBC-HS256' }))),
    unsaid: sealedUserInfo(({ compact }, key) => compactOf(seal(compact, { key, header: { enc: undefined } }))),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-encryption-mismatch',
  notAt: [withEncryption],
})
