import { attack } from './attacking.ts'

attack('A22', 'again-after-failure', {
  as: 'transaction-replayed',
  ways: [
    'the person had said no',
    'the answer had come from another provider',
    'the token endpoint had failed',
    'the ID token had been of another login',
  ],
})
