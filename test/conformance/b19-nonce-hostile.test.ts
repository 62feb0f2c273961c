import { lie } from './telling.ts'

lie('B19', 'nonce-hostile', {
  as: 'dpop-refused',
  ways: ['10 kB', 'quotes and spaces', 'not ASCII', 'empty'],
})
