import { lie } from './telling.ts'

lie('A39', 'metadata-with-twins', {
  as: 'json-duplicate-member',
  ways: ['told'],
})
