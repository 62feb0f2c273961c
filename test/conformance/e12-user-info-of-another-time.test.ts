import { lie } from './telling.ts'

lie('E12 L03', 'user-info-of-another-time', {
  as: 'userinfo-stale',
  ways: ['ten minutes ago', 'in ten minutes', 'milliseconds', 'a text'],
})
