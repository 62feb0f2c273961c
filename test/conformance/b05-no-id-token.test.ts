import { lie } from './telling.ts'

lie('B05', 'no-id-token', {
  as: 'provider-answer-invalid',
  ways: ['missing', 'a number', 'empty', 'a list'],
})
