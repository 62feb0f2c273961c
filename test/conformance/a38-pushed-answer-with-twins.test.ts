import { lie } from './telling.ts'

lie('A38', 'pushed-answer-with-twins', {
  as: 'json-duplicate-member',
  ways: ['told'],
})
