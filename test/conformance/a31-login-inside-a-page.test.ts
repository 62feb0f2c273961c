import { attack } from './attacking.ts'

attack('A31', 'login-inside-a-page', {
  as: 'not-a-navigation',
  ways: [
    'as an image',
    'in a frame',
    'in an old frame',
    'as an object',
    'as an embedded thing',
    'as a script',
    'as a style',
    'by a script',
    'as a film',
    'as a page, in capitals',
    'as a page and an image',
  ],
})
