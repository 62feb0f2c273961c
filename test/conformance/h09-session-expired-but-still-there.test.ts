import { attack } from './attacking.ts'

attack('H09', 'session-expired-but-still-there', {
  as: 'session-expired',
  ways: ['a moment late', 'two days late', 'when the claims are over, too'],
})
