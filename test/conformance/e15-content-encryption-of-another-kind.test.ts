import { lie } from './telling.ts'

lie('E15', 'content-encryption-of-another-kind', {
  as: 'userinfo-encryption-mismatch',
  ways: ['A128GCM', 'A192GCM', 'A128CBC-HS256', 'unsaid'],
})
