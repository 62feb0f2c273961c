import { lie } from './telling.ts'

lie('J06 D12', 'key-set-drips', {
  as: 'provider-keys-unavailable',
  ways: ['a byte a second'],
})
