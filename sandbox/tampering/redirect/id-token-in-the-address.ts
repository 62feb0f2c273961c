import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'id-token-in-the-address',
  rows: ['A17'],
  says: 'an ID token comes in the address, as in the implicit flow',
  door: 'success-redirect',
  tell: redirect((address) => address.searchParams.set('id_token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.AAAA')),
  leaves: 'still-pending',
  refusedAs: 'parameter-invalid',
})
