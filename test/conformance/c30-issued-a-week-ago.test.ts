import { lie } from './telling.ts'

lie('C30', 'issued-a-week-ago', {
  as: 'issued-at-implausible',
  ways: ['a week', 'six minutes'],
})
