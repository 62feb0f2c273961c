import { lie } from './telling.ts'

lie('C28', 'no-time-of-issue', {
  as: 'issued-at-implausible',
  ways: ['missing', 'a text', 'null'],
})
