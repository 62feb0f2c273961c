import { attack } from './attacking.ts'

attack('A01', 'without-state', {
  as: 'state-missing',
  ways: ['no state', 'an empty state', 'a browser that began nothing'],
})
