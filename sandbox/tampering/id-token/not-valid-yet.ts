import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'not-valid-yet',
  rows: ['C31'],
  says: 'the ID token becomes valid in ten minutes',
  door: 'token',
  variants: {
    'ten minutes': idToken((_, { now }) => ({ nbf: now + 600 })),
    'a text': idToken({ nbf: 'now' }),
  },
  refusedAs: 'issued-at-implausible',
})
