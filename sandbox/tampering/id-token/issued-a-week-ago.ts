import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'issued-a-week-ago',
  rows: ['C30'],
  says: 'the ID token was issued a week ago, though the code is fresh',
  door: 'token',
  variants: {
    'a week': idToken((_, { now }) => ({ iat: now - 604_800 })),
    'six minutes': idToken((_, { now }) => ({ iat: now - 360 })),
  },
  refusedAs: 'issued-at-implausible',
})
