import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'time-of-issue-out-of-range',
  rows: ['C49', 'L03'],
  says: 'the time of issue is a number that no clock shows',
  door: 'token',
  variants: {
    'minus nothing': idToken({ iat: literal('-0') }),
    infinite: idToken({ iat: literal('1e309') }),
    'not exact': idToken({ iat: literal('9007199254740993') }),
    milliseconds: idToken(({ iat }) => ({ iat: Number(iat) * 1000 })),
    'no whole number': idToken(({ iat }) => ({ iat: Number(iat) + 0.5 })),
  },
  refusedAs: 'issued-at-implausible',
})
