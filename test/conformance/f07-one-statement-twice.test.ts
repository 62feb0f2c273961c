import { lie } from './telling.ts'

lie('F07 H15', 'one-statement-twice', {
  as: 'accepted',
  ways: ['told'],
})
