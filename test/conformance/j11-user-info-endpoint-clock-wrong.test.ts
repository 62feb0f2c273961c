import { lie } from './telling.ts'

lie('J11', 'user-info-endpoint-clock-wrong', {
  as: 'accepted',
  ways: ['early', 'late'],
})
