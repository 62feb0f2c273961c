import { lie } from './telling.ts'

lie('C09', 'key-in-the-header', {
  as: 'signature-invalid',
  ways: ['jwk', 'jku', 'x5u', 'x5c'],
})
