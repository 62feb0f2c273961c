import { lie } from './telling.ts'

lie('J05 J06 D12', 'discovery-says-nothing', {
  as: 'provider-unavailable',
  ways: ['silence'],
})
