import { lie } from './telling.ts'

lie('A11 A25', 'issuer-of-another-provider', {
  as: 'issuer-parameter-mismatch',
  ways: ['another', 'trailing slash', 'upper-case host'],
})
