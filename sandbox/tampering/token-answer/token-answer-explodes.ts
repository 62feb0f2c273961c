import { gzipSync } from 'node:zlib'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

let packed: Uint8Array | undefined
const bomb = (): Uint8Array => {
  packed ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))
  return packed
}

export default defineLie({
  name: 'token-answer-explodes',
  rows: ['B13'],
  says: 'the answer is small and becomes a hundred megabytes when unpacked',
  door: 'token',
  tell: answers(() => ({ headers: { 'content-encoding': 'gzip' }, body: bomb() })),
  refusedAs: 'answer-too-large',
})
