import { lie } from './telling.ts'

lie('C34', 'no-time-of-login', {
  as: 'auth-time-implausible',
  ways: ['missing', 'a text', 'null'],
})
