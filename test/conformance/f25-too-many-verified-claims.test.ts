import { lie } from './telling.ts'

lie('F25', 'too-many-verified-claims', {
  as: 'verified-claims-malformed',
  ways: ['33', '1000 small ones'],
})
