import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'no-id-token',
  rows: ['B05'],
  says: 'there is no ID token',
  door: 'token',
  variants: {
    missing: members({ id_token: undefined }),
    'a number': members({ id_token: 7 }),
    empty: members({ id_token: '' }),
    'a list': members(({ id_token }) => ({ id_token: [id_token] })),
  },
  refusedAs: 'provider-answer-invalid',
})
