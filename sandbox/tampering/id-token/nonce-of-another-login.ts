import type { OutgoingAnswer } from '../../esignet/start.ts'
import { readMembers } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'
import { readJwt, textOf } from '../tools.ts'

const nonceOf = (answer: OutgoingAnswer | undefined): unknown =>
  answer === undefined
    ? 'nobody logged in before'
    : readJwt(String(readMembers(textOf(answer))['id_token'])).claims['nonce']

export default defineLie({
  name: 'nonce-of-another-login',
  rows: ['C25'],
  says: 'the ID token belongs to another login',
  door: 'token',
  variants: {
    wrong: idToken({ nonce: 'the-nonce-of-somebody-else' }),
    missing: idToken({ nonce: undefined }),
    'a list': idToken(({ nonce }) => ({ nonce: [nonce] })),
    null: idToken({ nonce: null }),
    'of an earlier login': idToken((_, { earlier }) => ({ nonce: nonceOf(earlier('token')) })),
  },
  replays: true,
  refusedAs: 'nonce-mismatch',
})
