import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'no-access-token',
  rows: ['B06'],
  says: 'there is no access token',
  door: 'token',
  variants: {
    missing: members({ access_token: undefined }),
    empty: members({ access_token: '' }),
    'a number': members({ access_token: 7 }),
  },
  refusedAs: 'provider-answer-invalid',
})
