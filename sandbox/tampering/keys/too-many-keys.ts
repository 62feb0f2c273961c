import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'too-many-keys',
  rows: ['D10'],
  says: 'eSignet has more keys than anybody needs',
  door: 'jwks',
  tell: keySet((keys, { strangers }) => [
    ...keys,
    ...Array.from({ length: 60 }, (_, number) => strangers.ellipticCurve().published(`key-${number}`)),
  ]),
  refusedAs: 'keys-untrustworthy',
})
