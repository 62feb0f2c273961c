import { lie } from './telling.ts'

lie('E14', 'user-info-of-yesterday', {
  as: 'userinfo-stale',
  ways: ['told'],
})
