import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'audience-shared',
  rows: ['C16', 'C17'],
  says: 'the ID token is for us and for a stranger',
  door: 'token',
  variants: {
    'nobody authorized': idToken(({ aud }) => ({ aud: [aud, 'a-stranger'] })),
    'we are authorized': idToken(({ aud }) => ({ aud: [aud, 'a-stranger'], azp: aud })),
    'ourselves twice': idToken(({ aud }) => ({ aud: [aud, aud] })),
  },
  refusedAs: 'audience-mismatch',
})
