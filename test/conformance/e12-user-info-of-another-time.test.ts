import { lie } from './telling.ts'

lie('E12', 'user-info-of-another-time', {
  as: 'userinfo-stale',
  ways: ['ten minutes ago', 'in ten minutes', 'a text'],
})
