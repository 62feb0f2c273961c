import { lie } from './telling.ts'

lie('C38', 'id-token-not-an-object', {
  as: 'token-malformed',
  ways: ['a list', 'a number', 'null', 'an empty text', 'no JSON'],
})
