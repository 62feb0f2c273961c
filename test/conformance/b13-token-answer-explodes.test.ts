import { lie } from './telling.ts'

lie('B13', 'token-answer-explodes', {
  as: 'answer-too-large',
  ways: ['told'],
})
