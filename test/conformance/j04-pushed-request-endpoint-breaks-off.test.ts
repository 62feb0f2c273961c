import { lie } from './telling.ts'

lie('J04 J06 A35', 'pushed-request-endpoint-breaks-off', {
  as: 'provider-unavailable',
  ways: ['before the answer', 'within the answer', 'no HTTP'],
})
