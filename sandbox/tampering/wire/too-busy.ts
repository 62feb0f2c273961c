import { atEachDoor } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

const retryAfter = (when: string) => answers({ status: 429, headers: { 'retry-after': when }, body: '' })

export default atEachDoor({
  name: 'too-busy',
  rows: ['J09'],
  says: 'has too much to do, and says when to come again',
  variants: {
    'in five seconds': retryAfter('5'),
    tomorrow: retryAfter('86400'),
    'a second ago': retryAfter('-1'),
    'at a date': retryAfter('Fri, 31 Dec 2100 23:59:59 GMT'),
    nonsense: retryAfter('soon; drop table'),
  },
  refusedAs: {
    discovery: 'provider-unavailable',
    jwks: 'provider-keys-unavailable',
    par: 'provider-unavailable',
    token: 'provider-unavailable',
    userinfo: 'provider-unavailable',
  },
})
