import { attack } from './attacking.ts'

attack('G21', 'act-that-looks-alike', {
  as: 'act-unknown',
  ways: [
    'in capitals',
    'with something behind it',
    'with something before it',
    'with another hyphen',
    'of another service',
    'of the language itself',
    'in a list',
    'not at all',
  ],
})
