import { lie } from './telling.ts'

lie('A35', 'pushed-request-fails-once', {
  as: 'accepted',
  ways: ['500', '503', 'a broken line', 'half an answer'],
})
