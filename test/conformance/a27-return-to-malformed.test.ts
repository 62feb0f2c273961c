import { attack } from './attacking.ts'

attack('A27', 'return-to-malformed', {
  as: 'parameter-invalid',
  ways: [
    'a tab between slashes',
    'a line break between slashes',
    'a line break and a header',
    'a NUL',
    'a control character before',
    'slashes of full width',
    'a full stop of another script',
    'a mark that turns the direction',
    'five kilobytes',
    'two addresses',
    'an escape that is broken',
  ],
})
