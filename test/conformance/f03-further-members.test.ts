import { lie } from './telling.ts'

lie('F03', 'further-members', {
  as: 'accepted',
  ways: ['told'],
})
