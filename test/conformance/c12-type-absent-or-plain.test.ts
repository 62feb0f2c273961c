import { lie } from './telling.ts'

lie('C12', 'type-absent-or-plain', {
  as: 'accepted',
  ways: ['absent', 'JWT', 'jwt'],
})
