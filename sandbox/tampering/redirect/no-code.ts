import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'no-code',
  rows: ['A08'],
  says: 'the browser comes back without a code',
  door: 'success-redirect',
  variants: {
    missing: redirect((address) => address.searchParams.delete('code')),
    empty: redirect((address) => address.searchParams.set('code', '')),
  },
  refusedAs: 'code-missing',
})
