import { lie } from './telling.ts'

lie('C41', 'id-token-enormous', {
  as: 'answer-too-large',
  ways: ['1 MB', '10 MB'],
})
