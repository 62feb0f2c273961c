import { lie } from './telling.ts'

lie('B11', 'token-answer-of-another-kind', {
  as: 'provider-answer-invalid',
  ways: ['html', 'missing', 'text'],
})
