import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-path', {
  as: 'service-unknown',
  ways: ['done'],
})
