import { lie } from './telling.ts'

lie('C31', 'not-valid-yet', {
  as: 'issued-at-implausible',
  ways: ['ten minutes', 'a text'],
})
