import { lie } from './telling.ts'

lie('B18', 'proof-refused', {
  as: 'dpop-refused',
  ways: ['told'],
})
