import { attack } from './attacking.ts'

attack('I09', 'signatures-of-one-login', {
  as: 'accepted',
  ways: ['at the bank', 'with proof of possession and encrypted UserInfo'],
})
