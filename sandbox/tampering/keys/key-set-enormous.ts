import { defineLie } from '../lie.ts'
import { keySet, text } from '../tellings.ts'

export default defineLie({
  name: 'key-set-enormous',
  rows: ['D10', 'D11'],
  says: 'the key set has megabytes',
  door: 'jwks',
  variants: {
    '20000 keys': keySet((keys, { strangers }) => [
      ...keys,
      ...Array.from({ length: 20_000 }, (_, number) => strangers.ellipticCurve().published(`key-${number}`)),
    ]),
    '20 MB': text((honest) => `${' '.repeat(20_000_000)}${honest}`),
  },
  refusedAs: 'answer-too-large',
})
