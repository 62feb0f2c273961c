import { lie } from './telling.ts'

lie('B08', 'life-as-text', {
  as: 'accepted',
  ways: ['told'],
})
