import { lie } from './telling.ts'

lie('C44 C45', 'another-spelling', {
  as: 'token-malformed',
  ways: [
    'line break',
    'space behind',
    'space before',
    'padding',
    'unused bits',
    'the other alphabet',
    'space in the header',
    'space in the claims',
    'space in the signature',
  ],
})
