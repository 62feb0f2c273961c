import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'key-id-unknown',
  rows: ['C05'],
  says: 'the ID token names a key that eSignet does not publish',
  door: 'token',
  tell: idToken({}, { kid: 'a-key-nobody-has-seen' }),
  refusedAs: 'key-unknown',
})
