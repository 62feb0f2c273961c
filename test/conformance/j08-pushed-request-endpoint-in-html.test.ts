import { lie } from './telling.ts'

lie('J08', 'pushed-request-endpoint-in-html', {
  as: 'pushed-answer-invalid',
  ways: ['a page', 'a page said to be data'],
})
