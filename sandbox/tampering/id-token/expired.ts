import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'expired',
  rows: ['C26', 'L03'],
  says: 'the ID token is not valid any more, or says so of no time at all',
  door: 'token',
  variants: {
    missing: idToken({ exp: undefined }),
    'two minutes ago': idToken((_, { now }) => ({ exp: now - 120 })),
    'a text': idToken(({ exp }) => ({ exp: String(exp) })),
    milliseconds: idToken(({ exp }) => ({ exp: Number(exp) * 1000 })),
    zero: idToken({ exp: 0 }),
  },
  refusedAs: 'token-expired',
})
