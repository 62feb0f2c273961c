import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'scope-of-another-size',
  rows: ['B22'],
  says: 'the scope is wider or narrower than asked',
  door: 'token',
  variants: {
    wider: members({ scope: 'openid profile email phone address offline_access' }),
    narrower: members({ scope: 'openid' }),
  },
  refusedAs: 'accepted',
})
