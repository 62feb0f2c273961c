import { lie } from './telling.ts'

lie('E03', 'user-info-unsigned', {
  as: 'userinfo-unsigned',
  ways: ['told'],
})
