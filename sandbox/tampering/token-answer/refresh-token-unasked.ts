import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'refresh-token-unasked',
  rows: ['B21'],
  says: 'a refresh token comes that nobody asked for',
  door: 'token',
  tell: members({ refresh_token: 'refresh-token-that-nobody-asked-for' }),
  refusedAs: 'accepted',
})
