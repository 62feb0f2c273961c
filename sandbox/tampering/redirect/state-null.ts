import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'state-null',
  rows: ['A15'],
  says: 'the answer has a code and the word "null" for a state',
  door: 'success-redirect',
  tell: redirect((address) => address.searchParams.set('state', 'null')),
  leaves: 'still-pending',
  refusedAs: 'state-missing',
})
