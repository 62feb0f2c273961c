import { lie } from './telling.ts'

lie('D13', 'keys-rotated', {
  as: 'accepted',
  ways: ['told'],
})
