import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'user-info-kind-with-parameters',
  rows: ['E23'],
  says: 'the kind of UserInfo is told with parameters',
  door: 'userinfo',
  variants: {
    charset: answers({ headers: { 'content-type': 'application/jwt; charset=x' } }),
    'upper case': answers({ headers: { 'content-type': 'Application/JWT' } }),
  },
  refusedAs: 'accepted',
})
