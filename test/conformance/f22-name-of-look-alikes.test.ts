import { lie } from './telling.ts'

lie('F22 H15', 'name-of-look-alikes', {
  as: 'accepted',
  ways: ['homoglyphs', 'right to left', 'zero width', 'markup'],
})
