import { lie } from './telling.ts'

lie('E09 E10', 'user-info-issued-by-another', {
  as: 'userinfo-issuer-mismatch',
  ways: ['another', 'missing', 'a list', 'trailing slash'],
})
