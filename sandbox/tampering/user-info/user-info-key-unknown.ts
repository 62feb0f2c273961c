import { defineLie } from '../lie.ts'
import { userInfoAs } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'user-info-key-unknown',
  rows: ['E05'],
  says: 'UserInfo is signed with a key that eSignet does not publish',
  door: 'userinfo',
  tell: userInfoAs(({ header, claims }, { strangers }) =>
    signAsStranger(strangers.strong().privateKey, { ...header, kid: 'a-key-nobody-has-seen' }, JSON.stringify(claims)),
  ),
  refusedAs: 'key-unknown',
})
