import { lie } from './telling.ts'

lie('F20 H15', 'claims-named-after-prototypes', {
  as: 'accepted',
  ways: ['told'],
})
