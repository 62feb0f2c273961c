import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'issued-in-the-future',
  rows: ['C29'],
  says: 'the ID token was issued in ten minutes',
  door: 'token',
  tell: idToken((_, { now }) => ({ iat: now + 600 })),
  refusedAs: 'issued-at-implausible',
})
