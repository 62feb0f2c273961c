import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-of-yesterday',
  rows: ['E14'],
  says: 'what was said about the person yesterday comes again',
  door: 'userinfo',
  tell: userInfo((_, { now }) => ({ iat: now - 86_400, exp: now + 300 })),
  refusedAs: 'userinfo-stale',
})
