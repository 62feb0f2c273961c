import { lie } from './telling.ts'

lie('C04', 'algorithm-unsaid', {
  as: 'token-malformed',
  ways: ['missing', 'a list', 'empty'],
})
