import { lie } from './telling.ts'

lie('C33', 'no-access-token-hash', {
  as: 'access-token-hash-mismatch',
  ways: ['missing', 'empty'],
})
