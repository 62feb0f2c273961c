import { lie } from './telling.ts'

lie('B22', 'scope-of-another-size', {
  as: 'accepted',
  ways: ['wider', 'narrower'],
})
