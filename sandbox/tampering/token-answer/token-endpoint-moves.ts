import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'token-endpoint-moves',
  rows: ['B14'],
  says: 'the token endpoint sends the code on to another address',
  door: 'token',
  variants: Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      String(status),
      answers(({ esignet }) => ({ status, headers: { location: `${esignet}/.well-known/openid-configuration` } })),
    ]),
  ),
  refusedAs: 'redirect-refused',
})
