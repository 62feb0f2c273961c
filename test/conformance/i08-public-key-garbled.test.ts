import { attack } from './attacking.ts'

attack('I08', 'public-key-garbled', {
  as: 'key-unavailable',
  ways: ['garbled', 'disabled'],
})
