import { attack } from './attacking.ts'

attack('G19', 'markup-in-the-headers', {
  as: 'session-missing',
  ways: ['in headers about the browser', 'in headers about the way', 'in what it takes', 'in cookies'],
})
