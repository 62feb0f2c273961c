import { attack } from './attacking.ts'

attack('A06', 'burnt-login', {
  as: 'transaction-replayed',
  ways: ['in one with a login of its own', 'in one without cookies'],
})
