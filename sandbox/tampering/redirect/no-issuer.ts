import { withIssuerParameter } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'no-issuer',
  rows: ['A10'],
  says: 'the answer does not say which provider it comes from',
  door: 'success-redirect',
  tell: redirect((address) => address.searchParams.delete('iss')),
  refusedAs: 'issuer-parameter-missing',
  notAt: [withIssuerParameter],
})
