import { lie } from './telling.ts'

lie('E13', 'id-token-as-user-info', {
  as: 'token-type-mismatch',
  ways: ['told'],
})
