import { attack } from './attacking.ts'

attack('G02', 'head-of-eleven-kilobytes', {
  as: 'http-431',
  ways: ['in the query', 'in a header', 'in cookies'],
})
