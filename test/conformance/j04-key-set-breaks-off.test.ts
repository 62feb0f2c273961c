import { lie } from './telling.ts'

lie('J04 J06', 'key-set-breaks-off', {
  as: 'provider-keys-unavailable',
  ways: ['before the answer', 'within the answer', 'no HTTP'],
})
