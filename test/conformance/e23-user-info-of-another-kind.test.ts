import { lie } from './telling.ts'

lie('E23', 'user-info-of-another-kind', {
  as: 'userinfo-unsigned',
  ways: ['text', 'missing', 'html'],
})
