import { attack } from './attacking.ts'

attack('H09', 'login-expired-but-still-there', {
  as: 'transaction-expired',
  ways: ['at the very second', '1 s late', '169200 s late'],
})
