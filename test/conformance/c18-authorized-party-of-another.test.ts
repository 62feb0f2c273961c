import { lie } from './telling.ts'

lie('C18', 'authorized-party-of-another', {
  as: 'authorized-party-mismatch',
  ways: ['stranger', 'a list', 'empty'],
})
