import { lie } from './telling.ts'

lie('D12 J06', 'token-endpoint-drips', {
  as: 'exchange-unknown',
  ways: ['a byte a second'],
})
