import { lie } from './telling.ts'

lie('D01', 'key-set-with-twins', {
  as: 'json-duplicate-member',
  ways: ['told'],
})
