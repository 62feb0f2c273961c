import { lie } from './telling.ts'

lie('C13', 'issued-by-another', {
  as: 'issuer-mismatch',
  ways: ['another', 'trailing slash', 'a list', 'missing', 'upper-case host'],
})
