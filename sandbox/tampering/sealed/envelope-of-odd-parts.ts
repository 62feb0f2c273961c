import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { envelope } from '../sealing.ts'

export default defineLie({
  name: 'envelope-of-odd-parts',
  rows: ['E22'],
  says: 'the envelope has parts of odd lengths, too few or too many',
  door: 'userinfo',
  variants: {
    'tag cut': envelope(({ tag }) => ({ tag: tag.subarray(0, 12) })),
    'nonce of 16 bytes': envelope(() => ({ nonce: Buffer.alloc(16, 7) })),
    'header no JSON': envelope(() => ({ header: 'header' })),
    'no content': envelope(() => ({ ciphertext: new Uint8Array() })),
  },
  during: 'visa/apply',
  refusedAs: 'token-malformed',
  notAt: [withEncryption],
})
