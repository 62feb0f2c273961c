import { attack } from './attacking.ts'

attack('A06', 'browser-of-another', {
  as: 'browser-mismatch',
  ways: ['a browser with a login of its own', 'a browser that is logged in'],
})
