import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'critical-header',
  rows: ['C10'],
  says: 'the header asks for an extension that nobody here understands',
  door: 'token',
  variants: {
    unknown: idToken({}, { crit: ['lie'], lie: true }),
    'unencoded payload': idToken({}, { crit: ['b64'], b64: false }),
    'encoded payload': idToken({}, { crit: ['b64'], b64: true }),
    twice: idToken({}, { crit: ['lie', 'lie'], lie: true }),
    empty: idToken({}, { crit: [] }),
    'a text': idToken({}, { crit: 'exp' }),
  },
  refusedAs: 'token-malformed',
})
