import { attack } from './attacking.ts'

attack('G18', 'page-without-its-headers', {
  as: 'accepted',
  ways: ['done'],
})
