import { lie } from './telling.ts'

lie('A09', 'code-of-strange-characters', {
  as: 'parameter-invalid',
  ways: ['8 kB', 'not visible ASCII', 'a NUL'],
})
