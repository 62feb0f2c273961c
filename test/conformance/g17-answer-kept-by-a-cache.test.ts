import { attack } from './attacking.ts'

attack('G17', 'answer-kept-by-a-cache', {
  as: 'accepted',
  ways: ['done'],
})
