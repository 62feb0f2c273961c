import { lie } from './telling.ts'

lie('F04', 'framework-missing', {
  as: 'verified-claims-malformed',
  ways: ['missing', 'a list', 'empty', 'a number'],
})
