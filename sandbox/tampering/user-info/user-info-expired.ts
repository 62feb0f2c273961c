import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-expired',
  rows: ['E11'],
  says: 'UserInfo is not valid any more',
  door: 'userinfo',
  variants: {
    'two minutes ago': userInfo((_, { now }) => ({ exp: now - 120 })),
    'a text': userInfo((_, { now }) => ({ exp: String(now + 300) })),
    null: userInfo({ exp: null }),
  },
  refusedAs: 'userinfo-stale',
})
