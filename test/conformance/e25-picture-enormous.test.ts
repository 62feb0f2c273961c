import { lie } from './telling.ts'

lie('E25 H07', 'picture-enormous', {
  as: 'answer-too-large',
  ways: ['330 kB', '600 kB', '5 MB'],
})
