import { lie } from './telling.ts'

lie('C49 L03', 'time-of-login-out-of-range', {
  as: 'auth-time-implausible',
  ways: ['infinite', 'not exact', 'milliseconds', 'no whole number'],
})
