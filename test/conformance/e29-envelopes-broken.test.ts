import { attack } from './attacking.ts'

attack('E29', 'envelopes-broken', {
  as: 'userinfo-undecipherable',
  ways: ['done'],
})
