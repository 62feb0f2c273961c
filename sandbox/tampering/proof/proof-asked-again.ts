import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'

export default defineLie({
  name: 'proof-asked-again',
  rows: ['B17'],
  says: 'a proof of possession is asked for again, with a nonce, once',
  door: 'token',
  tell: (honest) => honest,
  during: 'visa/apply',
  refusedAs: 'accepted',
  notAt: [withProofOfPossession],
  // The visa portal goes on to UserInfo, which 1.7 cannot encrypt.
  at: [{ releases: ['1.7'], ends: { refusedAs: 'userinfo-not-encrypted', leaves: 'failed' } }],
})
