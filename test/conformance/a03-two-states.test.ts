import { attack } from './attacking.ts'

attack('A03', 'two-states', {
  as: 'parameter-invalid',
  ways: [
    'the own one first',
    'that of another first',
    'the same twice',
    'an empty one before',
    'the second in another spelling',
  ],
})
