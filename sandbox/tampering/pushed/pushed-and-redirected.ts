import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'pushed-and-redirected',
  rows: ['A38'],
  says: 'the pushed request is answered with a redirect',
  door: 'par',
  variants: {
    302: answers(({ esignet }) => ({ status: 302, headers: { location: `${esignet}/.well-known/jwks.json` } })),
    307: answers(({ esignet }) => ({ status: 307, headers: { location: `${esignet}/.well-known/jwks.json` } })),
  },
  refusedAs: 'redirect-refused',
  notAt: [withPushedRequests],
})
