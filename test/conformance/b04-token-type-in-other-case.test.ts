import { lie } from './telling.ts'

lie('B04', 'token-type-in-other-case', {
  as: 'accepted',
  ways: ['told'],
})
