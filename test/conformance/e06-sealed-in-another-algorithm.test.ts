import { lie } from './telling.ts'

lie('E06', 'sealed-in-another-algorithm', {
  as: 'algorithm-mismatch',
  ways: ['none', 'HS256'],
})
