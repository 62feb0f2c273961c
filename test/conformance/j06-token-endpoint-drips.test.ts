import { lie } from './telling.ts'

lie('J06 D12', 'token-endpoint-drips', {
  as: 'exchange-unknown',
  ways: ['a byte a second'],
})
