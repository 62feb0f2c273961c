import { lie } from './telling.ts'

lie('E27', 'user-info-for-another-key', {
  as: 'userinfo-refused',
  ways: ['told'],
})
