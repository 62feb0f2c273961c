import { lie } from './telling.ts'

lie('A38', 'pushed-but-not-created', {
  as: 'pushed-answer-invalid',
  ways: ['200', '206'],
})
