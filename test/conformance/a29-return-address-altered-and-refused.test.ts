import { attack } from './attacking.ts'

attack('A29', 'return-address-altered-and-refused', {
  as: 'login-denied',
  ways: ['done'],
})
