import { attack } from './attacking.ts'

attack('H06 H10', 'row-gone-in-the-exchange', {
  as: 'transaction-replayed',
  ways: ['done'],
})
