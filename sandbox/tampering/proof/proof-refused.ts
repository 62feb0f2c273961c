import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'proof-refused',
  rows: ['B18'],
  says: 'eSignet refuses an honest proof of possession',
  door: 'token',
  tell: answers({ status: 400, body: '{"error":"invalid_dpop_proof","error_description":"invalid_dpop_proof"}' }),
  during: 'visa/apply',
  refusedAs: 'dpop-refused',
  notAt: [withProofOfPossession],
})
