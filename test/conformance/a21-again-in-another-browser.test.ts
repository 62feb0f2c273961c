import { attack } from './attacking.ts'

attack('A21', 'again-in-another-browser', {
  as: 'browser-mismatch',
  ways: [
    'one without cookies',
    'one with a login of its own',
    'one that is logged in',
    'one with nothing but the session of the first',
  ],
})
