import { attack } from './attacking.ts'

attack('D17', 'all-at-once', {
  as: 'accepted',
  ways: ['done'],
})
