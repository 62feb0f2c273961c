import { lie } from './telling.ts'

lie('C04', 'weaker-algorithm', {
  as: 'algorithm-mismatch',
  ways: ['RS256', 'PS512', 'RS1'],
})
