import { lie } from './telling.ts'

lie('A17', 'tokens-in-the-address', {
  as: 'parameter-invalid',
  ways: ['ID token', 'access token', 'signed answer'],
})
