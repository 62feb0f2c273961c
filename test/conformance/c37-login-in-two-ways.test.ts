import { lie } from './telling.ts'

lie('C37', 'login-in-two-ways', {
  as: 'accepted',
  ways: ['told'],
})
