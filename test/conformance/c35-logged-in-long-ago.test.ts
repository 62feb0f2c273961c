import { lie } from './telling.ts'

lie('C35', 'logged-in-long-ago', {
  as: 'auth-time-implausible',
  ways: ['told'],
})
