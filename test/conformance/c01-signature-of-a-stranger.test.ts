import { lie } from './telling.ts'

lie('C01', 'signature-of-a-stranger', {
  as: 'signature-invalid',
  ways: ['stranger', 'claims exchanged', 'signature of the identity system', 'zeros'],
})
