import { lie } from './telling.ts'

lie('A17', 'id-token-in-the-address', {
  as: 'parameter-invalid',
  ways: ['told'],
})
