import { lie } from './telling.ts'

lie('C07', 'no-key-id-many-keys', {
  as: 'key-unknown',
  ways: ['told'],
})
