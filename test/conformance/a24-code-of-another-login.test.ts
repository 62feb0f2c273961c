import { lie } from './telling.ts'

lie('A24', 'code-of-another-login', {
  as: 'code-rejected',
  ways: ['told'],
})
