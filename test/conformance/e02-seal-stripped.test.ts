import { lie } from './telling.ts'

lie('E02', 'seal-stripped', {
  as: 'userinfo-not-encrypted',
  ways: ['told'],
})
