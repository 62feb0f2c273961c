import { attack } from './attacking.ts'

attack('L02', 'our-clock-jumps-back', {
  as: 'client-rejected',
  ways: ['done'],
})
