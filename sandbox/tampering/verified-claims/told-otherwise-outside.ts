import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'told-otherwise-outside',
  rows: ['F09'],
  says: 'what is told without verification differs from what was verified',
  door: 'userinfo',
  tell: userInfo({ name: 'Somebody Else', country: 'Elsewhere' }),
  refusedAs: 'accepted',
})
