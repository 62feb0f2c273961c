import { lie } from './telling.ts'

lie('A17', 'answer-as-jwt', {
  as: 'state-missing',
  ways: ['told'],
})
