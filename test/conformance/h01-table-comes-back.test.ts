import { attack } from './attacking.ts'

attack('H01 H14', 'table-comes-back', {
  as: 'accepted',
  ways: ['ThrottlingException', 'KMSDisabledException'],
})
