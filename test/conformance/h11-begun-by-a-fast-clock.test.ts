import { attack } from './attacking.ts'

attack('H11', 'begun-by-a-fast-clock', {
  as: 'auth-time-implausible',
  ways: ['done'],
})
