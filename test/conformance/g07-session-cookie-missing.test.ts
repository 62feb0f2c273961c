import { attack } from './attacking.ts'

attack('G07', 'session-cookie-missing', {
  as: 'session-missing',
  ways: [
    'two of the same name',
    'two of the same name, one of them not ours',
    'a hundred others',
    'empty',
    'under the name of another service',
    'under its name in other letters',
    'under a longer name',
    'without the prefix',
  ],
})
