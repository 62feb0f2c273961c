import { lie } from './telling.ts'

lie('A12', 'code-and-error', {
  as: 'login-denied',
  ways: ['told'],
})
