import { lie } from './telling.ts'

lie('B17', 'proof-asked-again', {
  as: 'accepted',
  ways: ['told'],
})
