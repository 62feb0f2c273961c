import { lie } from './telling.ts'

lie('E05', 'user-info-key-unknown', {
  as: 'key-unknown',
  ways: ['told'],
})
