import { lie } from './telling.ts'

lie('D12 J05 J06', 'pushed-request-endpoint-says-nothing', {
  as: 'provider-unavailable',
  ways: ['silence'],
})
