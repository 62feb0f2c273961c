import { lie } from './telling.ts'

lie('F01 F02', 'verified-claims-of-no-shape', {
  as: 'verified-claims-malformed',
  ways: ['text', 'number', 'an empty object', 'no verification', 'no claims', 'a list of texts'],
})
