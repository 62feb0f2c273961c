import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'further-parameters',
  rows: ['A18'],
  says: 'the answer has parameters that mean nothing',
  door: 'success-redirect',
  tell: redirect((address) => {
    address.searchParams.set('ui_locales', 'km')
    address.searchParams.set('session_state', 'nobody-needs-this')
  }),
  refusedAs: 'accepted',
})
