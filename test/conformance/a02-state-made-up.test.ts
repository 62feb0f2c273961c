import { attack } from './attacking.ts'

attack('A02', 'state-made-up', {
  as: 'transaction-unknown',
  ways: [
    'by chance',
    'one character off',
    'one character too many',
    'in other case',
    'what the table has in its place',
    'as long as a parameter may be',
    'a name of the language itself',
  ],
})
