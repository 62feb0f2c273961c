import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'authorized-party-of-another',
  rows: ['C18'],
  says: 'the ID token is for us, and was got by somebody else',
  door: 'token',
  variants: {
    stranger: idToken({ azp: 'a-stranger' }),
    'a list': idToken(({ aud }) => ({ azp: [aud] })),
    empty: idToken({ azp: '' }),
  },
  refusedAs: 'authorized-party-mismatch',
})
