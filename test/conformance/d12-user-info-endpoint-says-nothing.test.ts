import { lie } from './telling.ts'

lie('D12 J05 J06', 'user-info-endpoint-says-nothing', {
  as: 'provider-unavailable',
  ways: ['silence'],
})
