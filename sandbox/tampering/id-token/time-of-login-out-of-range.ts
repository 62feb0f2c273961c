import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'time-of-login-out-of-range',
  rows: ['C49', 'L03'],
  says: 'the time of login is a number that no clock shows',
  door: 'token',
  variants: {
    infinite: idToken({ auth_time: literal('1e309') }),
    'not exact': idToken({ auth_time: literal('9007199254740993') }),
    milliseconds: idToken(({ auth_time }) => ({ auth_time: Number(auth_time) * 1000 })),
    'no whole number': idToken(({ auth_time }) => ({ auth_time: Number(auth_time) + 0.5 })),
  },
  refusedAs: 'auth-time-implausible',
})
