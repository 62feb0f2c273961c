import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'

let last = ''

export default defineLie({
  name: 'id-token-as-user-info',
  rows: ['E13'],
  says: 'the ID token comes again as UserInfo',
  door: 'userinfo',
  tell: (honest) => ({ ...honest, body: last }),
  alongside: {
    token: idTokenAs(({ compact }) => {
      last = compact
      return compact
    }),
  },
  refusedAs: 'token-type-mismatch',
})
