import { attack } from './attacking.ts'

attack('L03', 'year-2038', {
  as: 'accepted',
  ways: ['done'],
})
