import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'audience-as-list',
  rows: ['C15'],
  says: 'the audience is a list of one: us',
  door: 'token',
  tell: idToken(({ aud }) => ({ aud: [aud] })),
  refusedAs: 'accepted',
})
