import { lie } from './telling.ts'

lie('C49', 'time-of-login-out-of-range', {
  as: 'auth-time-implausible',
  ways: ['infinite', 'not exact', 'no whole number'],
})
