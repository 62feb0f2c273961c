import { attack } from './attacking.ts'

attack('K01', 'killed-before-the-exchange', {
  as: 'accepted',
  ways: ['done'],
})
