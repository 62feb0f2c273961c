import { attack } from './attacking.ts'

attack('G14', 'request-within-a-body', {
  as: 'accepted',
  ways: ['with a length', 'in a chunk', 'behind HTTP/1.0'],
})
