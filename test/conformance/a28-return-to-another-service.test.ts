import { attack } from './attacking.ts'

attack('A28', 'return-to-another-service', {
  as: 'return-to-not-allowed',
  ways: ['from the visa portal to the bank', 'from the bank to the visa portal', 'to a page of the other'],
})
