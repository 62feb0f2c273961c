import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'user-info-nested-without-end',
  rows: ['E24'],
  says: 'UserInfo is nested without end',
  door: 'userinfo',
  tell: userInfo({ padding: literal(`${'['.repeat(5000)}${']'.repeat(5000)}`) }),
  refusedAs: 'json-too-deep',
})
