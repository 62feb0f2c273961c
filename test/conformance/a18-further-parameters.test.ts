import { lie } from './telling.ts'

lie('A18', 'further-parameters', {
  as: 'accepted',
  ways: ['told'],
})
