import { atEachDoor } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

const to = (status: number) =>
  answers(({ esignet }) => ({ status, headers: { location: `${esignet}/.well-known/oauth-authorization-server` } }))

export default atEachDoor({
  name: 'moves',
  rows: ['J07'],
  says: 'sends the question on to another address',
  variants: { 301: to(301), 302: to(302), 303: to(303), 307: to(307), 308: to(308) },
  refusedAs: { discovery: 'redirect-refused', userinfo: 'redirect-refused' },
})
