import { attack } from './attacking.ts'

attack('L02', 'all-clocks-jump-back', {
  as: 'auth-time-implausible',
  ways: ['done'],
})
