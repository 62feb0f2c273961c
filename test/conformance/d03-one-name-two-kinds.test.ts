import { lie } from './telling.ts'

lie('D03', 'one-name-two-kinds', {
  as: 'accepted',
  ways: ['told'],
})
