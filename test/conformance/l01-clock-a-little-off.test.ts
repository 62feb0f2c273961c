import { attack } from './attacking.ts'

attack('L01', 'clock-a-little-off', {
  as: 'accepted',
  ways: [
    '1 s ahead',
    '1 s behind',
    '5 s ahead',
    '5 s behind',
    '10 s ahead',
    '10 s behind',
    '30 s ahead',
    '30 s behind',
    '60 s ahead',
    '60 s behind',
  ],
})
