import { lie } from './telling.ts'

lie('E04', 'sealed-but-unsigned', {
  as: 'userinfo-unsigned',
  ways: ['claims', 'claims with two dots', 'claims with four dots'],
})
