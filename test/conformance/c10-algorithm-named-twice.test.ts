import { lie } from './telling.ts'

lie('C10', 'algorithm-named-twice', {
  as: 'json-duplicate-member',
  ways: ['told'],
})
