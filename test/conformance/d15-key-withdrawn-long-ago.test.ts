import { attack } from './attacking.ts'

attack('D15', 'key-withdrawn-long-ago', {
  as: 'key-unknown',
  ways: ['ten minutes', 'an hour'],
})
