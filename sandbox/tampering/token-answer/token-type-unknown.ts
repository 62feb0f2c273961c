import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'token-type-unknown',
  rows: ['B01'],
  says: 'the access token is of a kind nobody knows here',
  door: 'token',
  variants: {
    mac: members({ token_type: 'mac' }),
    N_A: members({ token_type: 'N_A' }),
    empty: members({ token_type: '' }),
  },
  refusedAs: 'token-type-downgraded',
})
