import { lie } from './telling.ts'

lie('E22', 'seal-with-extension', {
  as: 'userinfo-encryption-mismatch',
  ways: ['unknown', 'empty'],
})
