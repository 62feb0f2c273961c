import { defineLie } from '../lie.ts'
import { idToken, members } from '../tellings.ts'

export default defineLie({
  name: 'access-token-of-another',
  rows: ['C32'],
  says: 'the access token beside the ID token is that of somebody else',
  door: 'token',
  variants: {
    'another hash': idToken({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    'another token': members({ access_token: 'access-token-of-somebody-else' }),
    'a list': idToken(({ at_hash }) => ({ at_hash: [at_hash] })),
    padded: idToken(({ at_hash }) => ({ at_hash: `${at_hash}==` })),
  },
  refusedAs: 'access-token-hash-mismatch',
  // Nothing ties the two together there: `idToken.accessTokenHash` of release-2.0.ts. UserInfo knows the token or does not.
  at: [{ releases: ['2.0'], ways: ['another token'], ends: { refusedAs: 'userinfo-refused', noticedAt: 'userinfo' } }],
})
