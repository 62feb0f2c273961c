import { lie } from './telling.ts'

lie('D01', 'no-keys', {
  as: 'provider-keys-unavailable',
  ways: ['404', '500', 'html', 'an empty set', 'an object', 'null', 'no keys member'],
})
