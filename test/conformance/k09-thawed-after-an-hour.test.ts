import { attack } from './attacking.ts'

attack('K09', 'thawed-after-an-hour', {
  as: 'accepted',
  ways: ['at the bank', 'with proof of possession and encrypted UserInfo'],
})
