import { lie } from './telling.ts'

lie('C11', 'token-of-another-type', {
  as: 'token-type-mismatch',
  ways: ['access token', 'logout token', 'proof of possession', 'client assertion', 'security event'],
})
