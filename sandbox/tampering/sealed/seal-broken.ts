import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { envelope } from '../sealing.ts'

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte))

export default defineLie({
  name: 'seal-broken',
  rows: ['E22', 'E29'],
  says: 'something of the envelope was changed on the way',
  door: 'userinfo',
  variants: {
    tag: envelope(({ tag }) => ({ tag: flipped(tag) })),
    nonce: envelope(({ nonce }) => ({ nonce: flipped(nonce) })),
    content: envelope(({ ciphertext }) => ({ ciphertext: flipped(ciphertext) })),
    'content key': envelope(({ wrappedKey }) => ({ wrappedKey: flipped(wrappedKey) })),
    header: envelope(({ header }) => ({ header: header.replace('"kid":"any"', '"kid":"other"') })),
    'content exchanged': envelope(({ ciphertext }) => ({ ciphertext: Uint8Array.from(ciphertext).reverse() })),
    'content key too long': envelope(({ wrappedKey }) => ({ wrappedKey: Buffer.concat([wrappedKey, wrappedKey]) })),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-undecipherable',
  notAt: [withEncryption],
})
