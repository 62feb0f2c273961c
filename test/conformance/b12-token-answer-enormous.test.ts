import { lie } from './telling.ts'

lie('B12', 'token-answer-enormous', {
  as: 'answer-too-large',
  ways: ['told'],
})
