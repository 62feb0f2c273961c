import { lie } from './telling.ts'

lie('D12 J05 J06', 'token-endpoint-says-nothing', {
  as: 'exchange-unknown',
  ways: ['silence'],
})
