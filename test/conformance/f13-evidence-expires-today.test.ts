import { lie } from './telling.ts'

lie('F13', 'evidence-expires-today', {
  as: 'accepted',
  ways: ['told'],
})
