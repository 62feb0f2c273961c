import { lie } from './telling.ts'

lie('D12 J06', 'key-set-drips', {
  as: 'provider-keys-unavailable',
  ways: ['a byte a second'],
})
