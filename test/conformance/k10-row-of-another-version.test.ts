import { attack } from './attacking.ts'

attack('K10', 'row-of-another-version', {
  as: 'accepted',
  ways: ['with more than is known'],
})
