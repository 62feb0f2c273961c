import { lie } from './telling.ts'

lie('C23', 'subject-in-other-case', {
  as: 'userinfo-subject-mismatch',
  ways: ['told'],
})
