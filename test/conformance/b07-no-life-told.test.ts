import { lie } from './telling.ts'

lie('B07', 'no-life-told', {
  as: 'accepted',
  ways: ['told'],
})
