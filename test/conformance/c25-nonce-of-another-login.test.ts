import { lie } from './telling.ts'

lie('C25', 'nonce-of-another-login', {
  as: 'nonce-mismatch',
  ways: ['wrong', 'missing', 'a list', 'null', 'of an earlier login'],
})
