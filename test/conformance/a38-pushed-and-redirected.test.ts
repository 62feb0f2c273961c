import { lie } from './telling.ts'

lie('A38', 'pushed-and-redirected', {
  as: 'redirect-refused',
  ways: ['302', '307'],
})
