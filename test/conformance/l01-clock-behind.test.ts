import { attack } from './attacking.ts'

attack('L01', 'clock-behind', {
  as: 'issued-at-implausible',
  ways: ['62 s behind'],
})
