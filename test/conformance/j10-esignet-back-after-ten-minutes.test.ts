import { attack } from './attacking.ts'

attack('J10', 'esignet-back-after-ten-minutes', {
  as: 'accepted',
  ways: ['done'],
})
