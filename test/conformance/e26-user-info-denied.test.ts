import { lie } from './telling.ts'

lie('E26', 'user-info-denied', {
  as: 'userinfo-refused',
  ways: ['204', '401', '403', '404'],
})
