import { attack } from './attacking.ts'

attack('G01', 'line-break-escaped-twice', {
  as: 'login-denied',
  ways: ['done'],
})
