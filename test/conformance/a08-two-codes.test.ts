import { lie } from './telling.ts'

lie('A08', 'two-codes', {
  as: 'parameter-invalid',
  ways: ['told'],
})
