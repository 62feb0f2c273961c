import { lie } from './telling.ts'

lie('J04 J06', 'token-endpoint-breaks-off', {
  as: 'exchange-unknown',
  ways: ['before the answer', 'within the answer', 'no HTTP'],
})
