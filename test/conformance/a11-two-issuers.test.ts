import { lie } from './telling.ts'

lie('A11', 'two-issuers', {
  as: 'parameter-invalid',
  ways: ['told'],
})
