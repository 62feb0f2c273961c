import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-answer', {
  as: 'transaction-unknown',
  ways: [
    'as state',
    'as code',
    'as issuer',
    'as error',
    'as the description of an error',
    'as a parameter nobody knows',
  ],
})
