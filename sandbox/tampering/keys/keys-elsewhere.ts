import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'keys-elsewhere',
  rows: ['D02'],
  says: 'the address of the keys leads to another one',
  door: 'jwks',
  tell: answers(({ esignet }) => ({
    status: 302,
    headers: { location: `${esignet}/.well-known/openid-configuration` },
  })),
  refusedAs: 'redirect-refused',
})
