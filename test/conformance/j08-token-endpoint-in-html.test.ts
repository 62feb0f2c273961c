import { lie } from './telling.ts'

lie('J08', 'token-endpoint-in-html', {
  as: 'provider-answer-invalid',
  ways: ['a page', 'a page said to be data'],
})
