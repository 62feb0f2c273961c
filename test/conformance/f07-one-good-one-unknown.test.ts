import { lie } from './telling.ts'

lie('F07', 'one-good-one-unknown', {
  as: 'accepted',
  ways: ['good first', 'good last'],
})
