import { attack } from './attacking.ts'

attack('G11 G21', 'service-that-looks-alike', {
  as: 'service-unknown',
  ways: [
    'of full width',
    'of another alphabet',
    'in pieces',
    'in capitals',
    'with another hyphen',
    'with something behind it',
    'with something before it',
    'in the other order of reading',
    'of the language itself',
    'in a list',
  ],
})
