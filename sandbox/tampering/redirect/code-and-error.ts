import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'code-and-error',
  rows: ['A12'],
  says: 'the answer carries a code and an error',
  door: 'success-redirect',
  tell: redirect((address) => address.searchParams.set('error', 'access_denied')),
  refusedAs: 'login-denied',
})
