import { attack } from './attacking.ts'

attack('L01', 'clock-far-ahead', {
  as: 'issued-at-implausible',
  ways: ['301 s ahead', '3000 s ahead'],
})
