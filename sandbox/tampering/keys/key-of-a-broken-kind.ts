import { defineLie } from '../lie.ts'
import { rocaModulus } from '../stranger-keys.ts'
import { idTokenAs, keySet } from '../tellings.ts'
import { encode, signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'key-of-a-broken-kind',
  rows: ['D07'],
  says: 'the key is of a kind with which signatures can be made up',
  door: 'jwks',
  variants: {
    'exponent 3': keySet(([own, ...others], { strangers }) => [
      strangers.smallExponent().published(String(own?.kid)),
      ...others,
    ]),
    'exponent 1': keySet(([own, ...others]) => [{ ...own, e: 'AQ' }, ...others]),
    'exponent 2': keySet(([own, ...others]) => [{ ...own, e: 'Ag' }, ...others]),
    'even modulus': keySet(([own, ...others]) => [{ ...own, n: `${String(own?.n).slice(0, -1)}A` }, ...others]),
    'modulus of the broken library': keySet(([own, ...others]) => [{ ...own, n: rocaModulus() }, ...others]),
    '16384 bits': keySet(([own, ...others]) => [{ ...own, n: encode(Buffer.alloc(2048, 0xf1)) }, ...others]),
  },
  alongside: {
    token: idTokenAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.smallExponent().privateKey, header, JSON.stringify(claims)),
    ),
  },
  noticedAt: 'token',
  refusedAs: 'keys-untrustworthy',
})
