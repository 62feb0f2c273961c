import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'life-implausible',
  rows: ['B08'],
  says: 'the token lived yesterday, or lives for ever',
  door: 'token',
  variants: {
    negative: members({ expires_in: -1 }),
    'thirty thousand years': members({ expires_in: 1e12 }),
    infinite: members({ expires_in: literal('1e400') }),
    'an object': members({ expires_in: { seconds: 300 } }),
  },
  refusedAs: 'provider-answer-invalid',
})
