import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-return-address', {
  as: 'return-to-not-allowed',
  ways: ['done'],
})
