import { attack } from './attacking.ts'

attack('A29', 'return-address-altered', {
  as: 'accepted',
  ways: [
    'to another site',
    'to another site, in the spelling of browsers',
    'to a place with a line break',
    'to no address',
    'to another service',
    'after success',
  ],
})
