import { lie } from './telling.ts'

lie('F21', 'name-in-one-language-only', {
  as: 'accepted',
  ways: ['told'],
})
