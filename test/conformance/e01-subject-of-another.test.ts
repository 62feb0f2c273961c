import { lie } from './telling.ts'

lie('E01', 'subject-of-another', {
  as: 'userinfo-subject-mismatch',
  ways: ['another', 'missing', 'a number', 'a list', 'almost the same'],
})
