import { lie } from './telling.ts'

lie('B15', 'token-answer-of-odd-status', {
  as: 'provider-answer-invalid',
  ways: ['201', '203', '204', '206'],
})
