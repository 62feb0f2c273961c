import { attack } from './attacking.ts'

attack('L01', 'clock-far-behind', {
  as: 'client-rejected',
  ways: ['70 s behind', '300 s behind'],
})
