import { literal } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'nested-without-end',
  rows: ['C42'],
  says: 'the ID token is nested five thousand times',
  door: 'token',
  variants: {
    lists: idToken({ padding: literal(`${'['.repeat(5000)}${']'.repeat(5000)}`) }),
    'just too deep': idToken({ padding: literal(`${'[['.repeat(20)}${']]'.repeat(20)}`) }),
  },
  refusedAs: 'json-too-deep',
})
