import { lie } from './telling.ts'

lie('E24', 'user-info-with-twins', {
  as: 'json-duplicate-member',
  ways: ['subject', 'inside verified claims'],
})
