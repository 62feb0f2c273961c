import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'logged-in-in-the-future',
  rows: ['C36'],
  says: 'the person will log in in ten minutes',
  door: 'token',
  tell: idToken((_, { now }) => ({ auth_time: now + 600 })),
  refusedAs: 'auth-time-implausible',
})
