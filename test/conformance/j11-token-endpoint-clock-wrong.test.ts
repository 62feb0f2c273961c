import { lie } from './telling.ts'

lie('J11', 'token-endpoint-clock-wrong', {
  as: 'accepted',
  ways: ['early', 'late'],
})
