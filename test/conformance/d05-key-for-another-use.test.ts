import { lie } from './telling.ts'

lie('D05', 'key-for-another-use', {
  as: 'key-unknown',
  ways: ['to encrypt', 'only to encrypt', 'for another algorithm'],
})
