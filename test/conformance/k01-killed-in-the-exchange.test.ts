import { attack } from './attacking.ts'

attack('K01 K02', 'killed-in-the-exchange', {
  as: 'exchange-unknown',
  ways: ['after the claim', 'before the exchange', 'after the exchange', 'before it was kept'],
})
