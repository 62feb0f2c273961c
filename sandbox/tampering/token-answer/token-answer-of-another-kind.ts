import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'token-answer-of-another-kind',
  rows: ['B11'],
  says: 'the answer is said to be no JSON',
  door: 'token',
  variants: {
    html: answers({ headers: { 'content-type': 'text/html' } }),
    missing: answers({ headers: { 'content-type': undefined } }),
    text: answers({ headers: { 'content-type': 'text/plain' } }),
  },
  refusedAs: 'provider-answer-invalid',
})
