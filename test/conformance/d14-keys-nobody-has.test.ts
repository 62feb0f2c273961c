import { attack } from './attacking.ts'

attack('D14', 'keys-nobody-has', {
  as: 'key-unknown',
  ways: ['done'],
})
