import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'token-answer-enormous',
  rows: ['B12'],
  says: 'the answer has ten megabytes',
  door: 'token',
  tell: members({ padding: 'x'.repeat(10 * 1024 * 1024) }),
  refusedAs: 'answer-too-large',
})
