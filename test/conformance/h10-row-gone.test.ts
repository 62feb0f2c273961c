import { attack } from './attacking.ts'

attack('H10', 'row-gone', {
  as: 'transaction-unknown',
  ways: ['done'],
})
