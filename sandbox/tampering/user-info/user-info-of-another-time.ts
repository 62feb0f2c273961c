import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-of-another-time',
  rows: ['E12', 'L03'],
  says: 'UserInfo was written long ago, or in the future',
  door: 'userinfo',
  variants: {
    'ten minutes ago': userInfo((_, { now }) => ({ iat: now - 600 })),
    'in ten minutes': userInfo((_, { now }) => ({ iat: now + 600 })),
    milliseconds: userInfo((_, { now }) => ({ iat: now * 1000 })),
    'a text': userInfo((_, { now }) => ({ iat: String(now) })),
  },
  refusedAs: 'userinfo-stale',
})
