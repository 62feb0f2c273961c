import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'life-as-text',
  rows: ['B08'],
  says: 'the life of the token is a text',
  door: 'token',
  tell: members({ expires_in: '300' }),
  refusedAs: 'accepted',
})
