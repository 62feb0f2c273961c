import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'id-token-enormous',
  rows: ['C41'],
  says: 'the ID token has a megabyte, or ten',
  door: 'token',
  variants: {
    '1 MB': idToken({ padding: 'x'.repeat(1_000_000) }),
    '10 MB': idToken({ padding: 'x'.repeat(10_000_000) }),
  },
  refusedAs: 'answer-too-large',
})
