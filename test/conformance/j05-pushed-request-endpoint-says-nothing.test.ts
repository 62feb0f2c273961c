import { lie } from './telling.ts'

lie('J05 J06 D12', 'pushed-request-endpoint-says-nothing', {
  as: 'provider-unavailable',
  ways: ['silence'],
})
