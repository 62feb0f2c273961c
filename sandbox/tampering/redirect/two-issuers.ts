import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'two-issuers',
  rows: ['A11'],
  says: 'the answer names two providers',
  door: 'success-redirect',
  tell: redirect((address, { esignet }) => {
    address.searchParams.set('iss', esignet)
    address.searchParams.append('iss', 'https://esignet.other.example')
  }),
  leaves: 'still-pending',
  refusedAs: 'parameter-invalid',
})
