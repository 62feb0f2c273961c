import { attack } from './attacking.ts'

attack('A05', 'browser-without-cookies', {
  as: 'browser-mismatch',
  ways: [
    'no cookie at all',
    'an empty one',
    'one of another making',
    'one without its second half',
    'one under the name of another service',
    'one without the prefix that guards it',
  ],
})
