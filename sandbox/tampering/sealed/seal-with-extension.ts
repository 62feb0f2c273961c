import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'

export default defineLie({
  name: 'seal-with-extension',
  rows: ['E22'],
  says: 'the envelope asks for an extension that nobody here understands',
  door: 'userinfo',
  variants: {
    unknown: sealedUserInfo(({ compact }, key) =>
      compactOf(seal(compact, { key, header: { crit: ['lie'], lie: true } })),
    ),
    empty: sealedUserInfo(({ compact }, key) => compactOf(seal(compact, { key, header: { crit: [] } }))),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-encryption-mismatch',
  notAt: [withEncryption],
})
