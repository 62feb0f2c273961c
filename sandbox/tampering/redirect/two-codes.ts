import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'two-codes',
  rows: ['A08'],
  says: 'the browser comes back with two codes',
  door: 'success-redirect',
  tell: redirect((address) => address.searchParams.append('code', 'another-code-of-somebody-else')),
  leaves: 'still-pending',
  refusedAs: 'parameter-invalid',
})
