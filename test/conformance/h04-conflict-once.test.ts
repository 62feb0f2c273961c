import { fault } from './telling.ts'

fault('H04', 'conflict-once', {
  as: 'accepted',
  ways: ['conflict', 'a key of the person', 'a key of the person, and a conflict', 'too busy'],
})
