import { attack } from './attacking.ts'

attack('A20', 'again-after-success', {
  as: 'accepted',
  ways: [
    'at once',
    'ten times',
    'half an hour later',
    'having begun another login',
    'by functions that remember nothing',
  ],
})
