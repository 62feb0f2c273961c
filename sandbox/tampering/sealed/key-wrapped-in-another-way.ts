import { constants, type KeyObject, publicEncrypt } from 'node:crypto'
import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { compactOf, seal, sealedUserInfo } from '../sealing.ts'

const padded = (padding: number) => (key: KeyObject, contentKey: Uint8Array) =>
  publicEncrypt({ key, padding, oaepHash: 'sha1' }, contentKey)

export default defineLie({
  name: 'key-wrapped-in-another-way',
  rows: ['E16'],
  says: 'the content key is wrapped in a way that was not agreed',
  door: 'userinfo',
  variants: {
    'RSA-OAEP with SHA-1': sealedUserInfo(({ compact }, key) =>
      compactOf(seal(compact, { key, header: { alg: 'RSA-OAEP' }, wrap: padded(constants.RSA_PKCS1_OAEP_PADDING) })),
    ),
    RSA1_5: sealedUserInfo(({ compact }, key) =>
      compactOf(seal(compact, { key, header: { alg: 'RSA1_5' }, wrap: padded(constants.RSA_PKCS1_PADDING) })),
    ),
    'no wrapping': sealedUserInfo(({ compact }, key) =>
      compactOf(seal(compact, { key, header: { alg: 'dir' }, wrap: () => new Uint8Array() })),
    ),
    'a password stretched a thousand million times': sealedUserInfo(({ compact }, key) =>
      compactOf(
        seal(compact, {
          key,
          header: { alg: 'PBES2-HS512+A256KW', p2c: 1_000_000_000, p2s: 'c2FsdA' },
          wrap: () => new Uint8Array(40),
        }),
      ),
    ),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-encryption-mismatch',
  notAt: [withEncryption],
})
