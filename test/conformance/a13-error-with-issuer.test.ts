import { lie } from './telling.ts'

lie('A13', 'error-with-issuer', {
  as: 'provider-error',
  ways: ['told'],
})
