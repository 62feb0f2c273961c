import { attack } from './attacking.ts'

attack('K06', 'hundred-at-once', {
  as: 'accepted',
  ways: ['done'],
})
