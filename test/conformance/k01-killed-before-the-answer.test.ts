import { attack } from './attacking.ts'

attack('K01', 'killed-before-the-answer', {
  as: 'accepted',
  ways: ['done'],
})
