import { attack } from './attacking.ts'

attack('G13', 'asked-by-a-page-of-another-origin', {
  as: 'origin-not-allowed',
  ways: ['a stranger', 'a name like the portal', 'the portal of another service'],
})
