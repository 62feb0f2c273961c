import { attack } from './attacking.ts'

attack('G07', 'session-cookie-altered', {
  as: 'session-expired',
  ways: [
    'altered',
    'cut off',
    'longer',
    'in quotation marks',
    'that of another service',
    'the login cookie in its place',
    'of four thousand characters',
  ],
})
