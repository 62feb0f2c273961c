import { lie } from './telling.ts'

lie('J01', 'key-set-fails', {
  as: 'provider-keys-unavailable',
  ways: ['500', '502', '503', '504'],
})
