import { lie } from './telling.ts'

lie('B06', 'no-access-token', {
  as: 'provider-answer-invalid',
  ways: ['missing', 'empty', 'a number'],
})
