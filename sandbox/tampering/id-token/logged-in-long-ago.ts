import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'logged-in-long-ago',
  rows: ['C35'],
  says: 'the person logged in hours before the login was asked for',
  door: 'token',
  tell: idToken((_, { now }) => ({ auth_time: now - 7200 })),
  refusedAs: 'auth-time-implausible',
})
