import { lie } from './telling.ts'

lie('A10', 'no-issuer', {
  as: 'issuer-parameter-missing',
  ways: ['told'],
})
