import { lie } from './telling.ts'

lie('D02', 'keys-elsewhere', {
  as: 'redirect-refused',
  ways: ['told'],
})
