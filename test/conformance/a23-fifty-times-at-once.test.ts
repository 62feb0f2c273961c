import { attack } from './attacking.ts'

attack('A23 H02', 'fifty-times-at-once', {
  as: 'accepted',
  ways: ['as fast as may be', 'while the first waits for its signature', 'before any function is warm'],
})
