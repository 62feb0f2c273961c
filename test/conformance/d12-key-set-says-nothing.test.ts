import { lie } from './telling.ts'

lie('D12 J05 J06', 'key-set-says-nothing', {
  as: 'provider-keys-unavailable',
  ways: ['silence'],
})
