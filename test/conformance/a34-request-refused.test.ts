import { lie } from './telling.ts'

lie('A34', 'request-refused', {
  as: 'pushed-request-refused',
  ways: ['told'],
})
