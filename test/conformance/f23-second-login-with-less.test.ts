import { attack } from './attacking.ts'

attack('F23 F24', 'second-login-with-less', {
  as: 'accepted',
  ways: [
    'a lower level',
    'no level',
    'no country',
    'no name',
    'nothing verified',
    'verified too long ago',
    'evidence that expired',
  ],
})
