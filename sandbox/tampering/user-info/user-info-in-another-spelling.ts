import { defineLie } from '../lie.ts'
import { userInfoAs } from '../tellings.ts'

export default defineLie({
  name: 'user-info-in-another-spelling',
  rows: ['E24'],
  says: 'UserInfo is spelt in another way, so that one signature becomes many',
  door: 'userinfo',
  variants: {
    'line break': userInfoAs(({ compact }) => `${compact}\n`),
    padding: userInfoAs(({ compact }) => `${compact}==`),
    'two parts': userInfoAs(({ compact }) => compact.split('.').slice(0, 2).join('.')),
    empty: userInfoAs(() => ''),
  },
  refusedAs: 'token-malformed',
})
