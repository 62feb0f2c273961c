import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

const madeUp = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.AAAA'

export default defineLie({
  name: 'tokens-in-the-address',
  rows: ['A17'],
  says: 'tokens come in the address, as in flows that nobody asked for',
  door: 'success-redirect',
  variants: {
    'ID token': redirect((address) => address.searchParams.set('id_token', madeUp)),
    'access token': redirect((address) => address.searchParams.set('access_token', madeUp)),
    'signed answer': redirect((address) => address.searchParams.set('response', madeUp)),
  },
  refusedAs: 'parameter-invalid',
})
