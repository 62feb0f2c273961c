import { lie } from './telling.ts'

lie('C36', 'logged-in-in-the-future', {
  as: 'auth-time-implausible',
  ways: ['told'],
})
