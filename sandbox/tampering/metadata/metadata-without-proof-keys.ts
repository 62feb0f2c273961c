import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'metadata-without-proof-keys',
  rows: ['A39'],
  says: 'eSignet no longer knows PKCE with S256',
  door: 'discovery',
  variants: {
    missing: members({ code_challenge_methods_supported: undefined }),
    plain: members({ code_challenge_methods_supported: ['plain'] }),
    'a text': members({ code_challenge_methods_supported: 'S256' }),
  },
  refusedAs: 'provider-metadata-invalid',
  // Where `pushedAuthorizationRequests` is 'never', as in release-1.6.ts, metadata need not mention it; S256 is used all the same.
  at: [
    {
      releases: ['1.5', '1.6'],
      ways: ['missing'],
      ends: { refusedAs: 'accepted', noticedAt: 'userinfo', leaves: 'done' },
    },
  ],
})
