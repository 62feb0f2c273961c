import { lie } from './telling.ts'

lie('J01', 'discovery-fails', {
  as: 'provider-unavailable',
  ways: ['500', '502', '503', '504'],
})
