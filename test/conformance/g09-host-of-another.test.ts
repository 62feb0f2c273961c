import { attack } from './attacking.ts'

attack('G09', 'host-of-another', {
  as: 'http-403',
  ways: ['a stranger', 'a name that begins like ours', 'ours as a user', 'the provider'],
})
