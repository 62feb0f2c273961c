import { lie } from './telling.ts'

lie('C27', 'valid-for-ever', {
  as: 'token-expired',
  ways: ['infinite', 'year 9999', 'two days', 'no whole number'],
})
