import { lie } from './telling.ts'

lie('E11', 'user-info-expired', {
  as: 'userinfo-stale',
  ways: ['two minutes ago', 'a text', 'null'],
})
