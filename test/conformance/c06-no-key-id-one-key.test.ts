import { lie } from './telling.ts'

lie('C06', 'no-key-id-one-key', {
  as: 'accepted',
  ways: ['told'],
})
