import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'token-type-in-other-case',
  rows: ['B04'],
  says: 'the kind of token is written in other letters',
  door: 'token',
  tell: members({ token_type: 'bEaReR' }),
  refusedAs: 'accepted',
})
