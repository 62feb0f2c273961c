import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'metadata-of-another-issuer',
  rows: ['A39'],
  says: 'eSignet describes itself as somebody else',
  door: 'discovery',
  variants: {
    another: members({ issuer: 'https://esignet.other.example' }),
    'trailing slash': members(({ issuer }) => ({ issuer: `${issuer}/` })),
    missing: members({ issuer: undefined }),
    'a list': members(({ issuer }) => ({ issuer: [issuer] })),
  },
  refusedAs: 'provider-metadata-invalid',
})
