import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'access-token-as-user-info',
  rows: ['E13'],
  says: 'the access token comes again as UserInfo',
  door: 'userinfo',
  tell: answers(({ call }) => ({ body: (call.headers['authorization'] ?? '').replace(/^\S+ /, '') })),
  refusedAs: 'token-type-mismatch',
})
