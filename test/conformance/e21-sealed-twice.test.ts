import { lie } from './telling.ts'

lie('E21', 'sealed-twice', {
  as: 'userinfo-nested-too-deep',
  ways: ['told'],
})
