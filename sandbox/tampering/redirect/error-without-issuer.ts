import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'error-without-issuer',
  rows: ['A14'],
  says: "the answer is an error without issuer, as eSignet's page makes it",
  door: 'success-redirect',
  tell: redirect((address) => {
    address.searchParams.delete('code')
    address.searchParams.delete('iss')
    address.searchParams.set('error', 'unknown_error')
  }),
  refusedAs: 'provider-error',
  // Its errors do name it: `issuerParameter` of release-2.0.ts.
  at: [{ releases: ['2.0'], ends: { refusedAs: 'issuer-parameter-missing' } }],
})
