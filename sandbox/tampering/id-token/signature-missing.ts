import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'
import { encode } from '../tools.ts'

export default defineLie({
  name: 'signature-missing',
  rows: ['C02'],
  says: 'the ID token has no signature',
  door: 'token',
  variants: {
    none: idTokenAs(({ claims }) => `${encode('{"alg":"none"}')}.${encode(JSON.stringify(claims))}.`),
    'as if signed': idTokenAs(({ compact }) => `${compact.split('.').slice(0, 2).join('.')}.`),
  },
  refusedAs: 'token-malformed',
})
