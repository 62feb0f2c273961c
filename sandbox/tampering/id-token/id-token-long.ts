import { defineLie } from '../lie.ts'
import { idToken, idTokenAs } from '../tellings.ts'

export default defineLie({
  name: 'id-token-long',
  rows: ['C41'],
  says: 'the ID token is longer than any honest one',
  door: 'token',
  variants: {
    '20 kB of claims': idToken({ padding: 'x'.repeat(20_000) }),
    '20 kB of header': idToken({}, { padding: 'x'.repeat(20_000) }),
    '20 kB of signature': idTokenAs(({ compact }) => `${compact}${'A'.repeat(20_000)}`),
  },
  refusedAs: 'token-malformed',
})
