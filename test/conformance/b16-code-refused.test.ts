import { lie } from './telling.ts'

lie('B16', 'code-refused', {
  as: 'code-rejected',
  ways: ['told'],
})
