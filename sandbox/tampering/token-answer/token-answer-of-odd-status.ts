import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'token-answer-of-odd-status',
  rows: ['B15'],
  says: 'the tokens come with a status that does not say "here they are"',
  door: 'token',
  variants: {
    201: answers({ status: 201 }),
    203: answers({ status: 203 }),
    204: answers({ status: 204 }),
    206: answers({ status: 206 }),
  },
  refusedAs: 'provider-answer-invalid',
})
