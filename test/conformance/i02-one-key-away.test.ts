import { attack } from './attacking.ts'

attack('I02', 'one-key-away', {
  as: 'key-unavailable',
  ways: ['DisabledException', 'KMSInvalidStateException', 'NotFoundException'],
})
