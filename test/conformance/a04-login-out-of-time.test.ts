import { attack } from './attacking.ts'

attack('A04', 'login-out-of-time', {
  as: 'transaction-expired',
  ways: ['an hour later', 'a row that was to be deleted days ago', 'in the second in which it ends'],
})
