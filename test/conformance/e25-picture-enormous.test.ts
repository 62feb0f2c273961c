import { lie } from './telling.ts'

lie('E25', 'picture-enormous', {
  as: 'answer-too-large',
  ways: ['600 kB', '5 MB'],
})
