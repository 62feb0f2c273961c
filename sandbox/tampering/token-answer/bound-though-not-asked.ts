import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'bound-though-not-asked',
  rows: ['B03'],
  says: 'the access token is said to be bound to a key that was never shown',
  door: 'token',
  tell: members({ token_type: 'DPoP' }),
  refusedAs: 'token-type-downgraded',
})
