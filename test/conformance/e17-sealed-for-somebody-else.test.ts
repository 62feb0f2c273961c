import { lie } from './telling.ts'

lie('E17', 'sealed-for-somebody-else', {
  as: 'userinfo-undecipherable',
  ways: ['told'],
})
