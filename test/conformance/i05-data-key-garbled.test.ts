import { attack } from './attacking.ts'

attack('I05', 'data-key-garbled', {
  as: 'key-unavailable',
  ways: ['done'],
})
