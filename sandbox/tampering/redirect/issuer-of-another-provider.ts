import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'issuer-of-another-provider',
  rows: ['A11', 'A25'],
  says: 'the answer names another provider, or almost the right one',
  door: 'success-redirect',
  variants: {
    another: redirect((address) => address.searchParams.set('iss', 'https://esignet.other.example')),
    'trailing slash': redirect((address, { esignet }) => address.searchParams.set('iss', `${esignet}/`)),
    'upper-case host': redirect((address, { esignet }) =>
      address.searchParams.set('iss', esignet.replace('localhost', 'LOCALHOST')),
    ),
  },
  refusedAs: 'issuer-parameter-mismatch',
})
