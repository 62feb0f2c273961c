import { lie } from './telling.ts'

lie('B08', 'life-implausible', {
  as: 'provider-answer-invalid',
  ways: ['negative', 'thirty thousand years', 'infinite', 'an object'],
})
