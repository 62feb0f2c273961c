import { lie } from './telling.ts'

lie('A19', 'code-in-the-fragment', {
  as: 'state-missing',
  ways: ['told'],
})
