import { lie } from './telling.ts'

lie('E22', 'header-of-the-envelope-with-twins', {
  as: 'json-duplicate-member',
  ways: ['told'],
})
