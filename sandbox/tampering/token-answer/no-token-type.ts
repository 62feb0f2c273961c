import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'no-token-type',
  rows: ['B01'],
  says: 'the answer does not say what kind of token it is',
  door: 'token',
  variants: {
    missing: members({ token_type: undefined }),
    'a list': members({ token_type: ['Bearer'] }),
  },
  refusedAs: 'provider-answer-invalid',
})
