import { lie } from './telling.ts'

lie('E06 E07', 'user-info-in-another-algorithm', {
  as: 'algorithm-mismatch',
  ways: ['none', 'HS256', 'RS512', 'ES256'],
})
