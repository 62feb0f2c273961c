import { lie } from './telling.ts'

lie('J05 J06 D12', 'key-set-says-nothing', {
  as: 'provider-keys-unavailable',
  ways: ['silence'],
})
