import { lie } from './telling.ts'

lie('E13', 'access-token-as-user-info', {
  as: 'token-type-mismatch',
  ways: ['told'],
})
