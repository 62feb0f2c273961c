import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'no-access-token-hash',
  rows: ['C33'],
  says: 'nothing ties the access token to the ID token',
  door: 'token',
  variants: {
    missing: idToken({ at_hash: undefined }),
    empty: idToken({ at_hash: '' }),
  },
  refusedAs: 'access-token-hash-mismatch',
  // It writes none, and the code flow does not ask for one: `idToken.accessTokenHash` of release-2.0.ts.
  at: [
    { releases: ['2.0'], ways: ['missing'], ends: { refusedAs: 'accepted', noticedAt: 'userinfo', leaves: 'done' } },
  ],
})
