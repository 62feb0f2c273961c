import { lie } from './telling.ts'

lie('J05 J06 D12', 'user-info-endpoint-says-nothing', {
  as: 'provider-unavailable',
  ways: ['silence'],
})
