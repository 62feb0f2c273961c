import { lie } from './telling.ts'

lie('J01', 'user-info-endpoint-fails', {
  as: 'provider-unavailable',
  ways: ['500', '502', '503', '504'],
})
