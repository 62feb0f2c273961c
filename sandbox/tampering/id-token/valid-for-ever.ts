import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'valid-for-ever',
  rows: ['C27'],
  says: 'the ID token is valid for ever',
  door: 'token',
  variants: {
    infinite: idToken({ exp: literal('1e400') }),
    'year 9999': idToken({ exp: 253_402_300_799 }),
    'two days': idToken((_, { now }) => ({ exp: now + 172_800 })),
    'no whole number': idToken((_, { now }) => ({ exp: now + 300.5 })),
  },
  refusedAs: 'token-expired',
})
