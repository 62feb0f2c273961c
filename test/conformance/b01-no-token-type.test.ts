import { lie } from './telling.ts'

lie('B01', 'no-token-type', {
  as: 'provider-answer-invalid',
  ways: ['missing', 'a list'],
})
