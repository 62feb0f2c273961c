import { lie } from './telling.ts'

lie('C32', 'access-token-of-another', {
  as: 'access-token-hash-mismatch',
  ways: ['another hash', 'another token', 'a list', 'padded'],
})
