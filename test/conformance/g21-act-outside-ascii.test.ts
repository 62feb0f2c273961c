import { attack } from './attacking.ts'

attack('G21', 'act-outside-ascii', {
  as: 'parameter-invalid',
  ways: ['of full width', 'of another alphabet', 'with a mark that is not seen', 'with a NUL', 'in broken UTF-8'],
})
