import { lie } from './telling.ts'

lie('C21', 'subject-unusable', {
  as: 'subject-invalid',
  ways: [
    'empty',
    '256 characters',
    'control characters',
    'half a character',
    'letters that can be written in two ways',
    'white space',
  ],
})
