import { lie } from './telling.ts'

lie('J01', 'token-endpoint-fails', {
  as: 'exchange-unknown',
  ways: ['500', '502', '503', '504'],
})
