import { defineLie } from '../lie.ts'
import { userInfoText } from '../tellings.ts'

export default defineLie({
  name: 'user-info-in-broken-utf8',
  rows: ['E24'],
  says: 'UserInfo contains bytes that are no text',
  door: 'userinfo',
  tell: userInfoText((payload) =>
    Buffer.concat([Buffer.from(payload.slice(0, -1)), Buffer.from(',"x":"'), Buffer.from([0xff]), Buffer.from('"}')]),
  ),
  refusedAs: 'token-malformed',
})
