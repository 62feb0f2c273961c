import { lie } from './telling.ts'

lie('B21', 'refresh-token-unasked', {
  as: 'accepted',
  ways: ['told'],
})
