import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'error-with-issuer',
  rows: ['A13'],
  says: 'the answer is an error, with the issuer that RFC 9207 wants',
  door: 'success-redirect',
  tell: redirect((address) => {
    address.searchParams.delete('code')
    address.searchParams.set('error', 'server_error')
  }),
  refusedAs: 'provider-error',
})
