import { attack } from './attacking.ts'

attack('L02', 'back-before-it-expired', {
  as: 'transaction-replayed',
  ways: ['done'],
})
