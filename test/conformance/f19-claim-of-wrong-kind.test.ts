import { lie } from './telling.ts'

lie('F19', 'claim-of-wrong-kind', {
  as: 'accepted',
  ways: ['told'],
})
