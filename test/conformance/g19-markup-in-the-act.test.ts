import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-act', {
  as: 'act-unknown',
  ways: ['done'],
})
