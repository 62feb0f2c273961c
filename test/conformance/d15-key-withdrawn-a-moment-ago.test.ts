import { attack } from './attacking.ts'

attack('D15', 'key-withdrawn-a-moment-ago', {
  as: 'accepted',
  ways: ['done'],
})
