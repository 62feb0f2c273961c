import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'subject-of-another',
  rows: ['E01'],
  says: 'UserInfo is about somebody else',
  door: 'userinfo',
  variants: {
    another: userInfo({ sub: 'somebody-else' }),
    missing: userInfo({ sub: undefined }),
    'a number': userInfo({ sub: 7 }),
    'a list': userInfo(({ sub }) => ({ sub: [sub] })),
    'almost the same': userInfo(({ sub }) => ({ sub: `${sub} ` })),
  },
  refusedAs: 'userinfo-subject-mismatch',
})
