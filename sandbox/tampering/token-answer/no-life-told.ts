import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'no-life-told',
  rows: ['B07'],
  says: 'the answer does not say how long the token lives',
  door: 'token',
  tell: members({ expires_in: undefined }),
  refusedAs: 'accepted',
})
