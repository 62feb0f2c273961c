import { lie } from './telling.ts'

lie('J01 A35', 'pushed-request-endpoint-fails', {
  as: 'provider-unavailable',
  ways: ['500', '502', '503', '504'],
})
