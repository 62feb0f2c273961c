import { atEachDoor } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

export default atEachDoor({
  name: 'drips',
  rows: ['J06', 'D12'],
  says: 'answers a byte a second',
  variants: { 'a byte a second': answers({ delivery: 'drips' }) },
  refusedAs: { jwks: 'provider-keys-unavailable', token: 'exchange-unknown' },
})
