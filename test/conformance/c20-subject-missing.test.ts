import { lie } from './telling.ts'

lie('C20', 'subject-missing', {
  as: 'subject-invalid',
  ways: ['missing', 'a number', 'null', 'a list'],
})
