import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'nonce-for-ever',
  rows: ['B18'],
  says: 'every proof of possession is refused, and another one asked for',
  door: 'token',
  tell: answers(({ timesTold }) => ({
    status: 400,
    headers: { 'dpop-nonce': `nonce-${timesTold}` },
    body: '{"error":"use_dpop_nonce","error_description":"use_dpop_nonce"}',
  })),
  during: 'visa/apply',
  refusedAs: 'dpop-nonce-loop',
  notAt: [withProofOfPossession],
})
