import { fault } from './telling.ts'

fault('H05', 'login-kept-by-mistake', {
  as: 'internal-fault',
  ways: ['IdempotentParameterMismatchException', 'ValidationException'],
})
