import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-languages', {
  as: 'parameter-invalid',
  ways: ['done'],
})
