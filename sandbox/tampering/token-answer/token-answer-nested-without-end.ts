import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'token-answer-nested-without-end',
  rows: ['B10'],
  says: 'the answer is nested ten thousand times',
  door: 'token',
  tell: members({ padding: literal(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) }),
  refusedAs: 'json-too-deep',
})
