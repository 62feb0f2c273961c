import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'bound-token-becomes-bearer',
  rows: ['B02'],
  says: 'the access token is said to be for whoever has it, though a proof of possession was sent',
  door: 'token',
  tell: (honest, tools) => (honest.status === 200 ? members({ token_type: 'Bearer' })(honest, tools) : honest),
  during: 'visa/apply',
  refusedAs: 'token-type-downgraded',
  notAt: [withProofOfPossession],
})
