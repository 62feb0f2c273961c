import { lie } from './telling.ts'

lie('D09', 'secret-published', {
  as: 'algorithm-mismatch',
  ways: ['told'],
})
