import { lie } from './telling.ts'

lie('E18 E19 E20', 'sealed-and-compressed', {
  as: 'userinfo-compressed',
  ways: ['a little', '200 kB', '50 MB'],
})
