import { lie } from './telling.ts'

lie('C05', 'key-id-unknown', {
  as: 'key-unknown',
  ways: ['told'],
})
