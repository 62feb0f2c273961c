import { attack } from './attacking.ts'

attack('G07', 'login-cookie-not-ours', {
  as: 'browser-mismatch',
  ways: [
    'altered',
    'cut off',
    'cut off after the secret',
    'longer',
    'in quotation marks',
    'escaped once',
    'empty',
    'under the name of another service',
    'that of another service',
    'under its name in other letters',
    'two of the same name',
    'two of the same name, the first one not ours',
    'the session cookie in its place',
    'a hundred others',
  ],
})
