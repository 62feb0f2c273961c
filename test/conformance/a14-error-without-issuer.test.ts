import { lie } from './telling.ts'

lie('A14', 'error-without-issuer', {
  as: 'provider-error',
  ways: ['told'],
})
