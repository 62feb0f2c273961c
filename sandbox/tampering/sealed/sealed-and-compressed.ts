import { deflateRawSync } from 'node:zlib'
import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'
import type { Jwt } from '../tools.ts'

const compressed = (inside: (signed: Jwt) => Uint8Array) =>
  sealedUserInfo((signed, key) => compactOf(seal(deflateRawSync(inside(signed)), { key, header: { zip: 'DEF' } })))

export default defineLie({
  name: 'sealed-and-compressed',
  rows: ['E18', 'E19', 'E20'],
  says: 'UserInfo is compressed before it is encrypted, a little or to fifty megabytes',
  door: 'userinfo',
  variants: {
    'a little': compressed(({ compact }) => Buffer.from(compact)),
    '200 kB': compressed(() => Buffer.alloc(200_000, 'a')),
    '50 MB': compressed(() => Buffer.alloc(50_000_000, 'a')),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-compressed',
  notAt: [withEncryption],
})
