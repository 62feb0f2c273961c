import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'user-info-asks-for-ever',
  rows: ['E26'],
  says: 'the UserInfo endpoint asks for another proof of possession, again and again',
  door: 'userinfo',
  tell: answers(({ timesTold }) => ({
    status: 401,
    headers: { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': `nonce-${timesTold}` },
    body: '',
  })),
  during: 'visa/apply',
  refusedAs: 'dpop-nonce-loop',
  notAt: [withProofOfPossession],
})
