import { lie } from './telling.ts'

lie('J05 J06 D12', 'token-endpoint-says-nothing', {
  as: 'exchange-unknown',
  ways: ['silence'],
})
