import { attack } from './attacking.ts'

attack('A32', 'flood-of-logins', {
  as: 'http-429',
  ways: ['done'],
})
