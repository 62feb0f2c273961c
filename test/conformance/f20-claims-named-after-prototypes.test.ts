import { lie } from './telling.ts'

lie('F20', 'claims-named-after-prototypes', {
  as: 'accepted',
  ways: ['told'],
})
