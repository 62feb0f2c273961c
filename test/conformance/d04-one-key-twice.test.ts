import { lie } from './telling.ts'

lie('D04', 'one-key-twice', {
  as: 'accepted',
  ways: ['told'],
})
