import { attack } from './attacking.ts'

attack('G08', 'cookie-without-its-attributes', {
  as: 'accepted',
  ways: ['done'],
})
