import { lie } from './telling.ts'

lie('E08', 'sealed-for-another-client', {
  as: 'userinfo-audience-mismatch',
  ways: ['told'],
})
