import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'code-in-the-fragment',
  rows: ['A19'],
  says: 'code and state come behind the hash, where no server sees them',
  door: 'success-redirect',
  tell: redirect((address) => `${address.origin}${address.pathname}#${address.searchParams}`),
  leaves: 'still-pending',
  refusedAs: 'state-missing',
})
