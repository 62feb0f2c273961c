import { attack } from './attacking.ts'

attack('L01', 'clock-ahead', {
  as: 'auth-time-implausible',
  ways: ['65 s ahead', '290 s ahead'],
})
