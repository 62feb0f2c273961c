import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'audience-of-our-other-service',
  rows: ['C19'],
  says: 'the ID token is for another service of this house',
  door: 'token',
  tell: idToken({ aud: 'visa' }),
  refusedAs: 'audience-mismatch',
})
