import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'algorithm-none',
  rows: ['C02'],
  says: 'the ID token says that it needs no signature',
  door: 'token',
  variants: {
    none: idToken({}, { alg: 'none' }),
    None: idToken({}, { alg: 'None' }),
    nOnE: idToken({}, { alg: 'nOnE' }),
  },
  refusedAs: 'algorithm-mismatch',
})
