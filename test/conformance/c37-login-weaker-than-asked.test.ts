import { lie } from './telling.ts'

lie('C37', 'login-weaker-than-asked', {
  as: 'acr-unmet',
  ways: ['weaker', 'missing', 'unknown', 'a list', 'almost the same', 'upper case'],
})
