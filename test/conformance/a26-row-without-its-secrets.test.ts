import { attack } from './attacking.ts'

attack('A26', 'row-without-its-secrets', {
  as: 'transaction-corrupt',
  ways: [
    'no nonce',
    'no verifier',
    'neither of them',
    'an empty nonce',
    'a number for a verifier',
    'no list of factors',
    'no place to return to',
    'no time at which it ends',
  ],
})
