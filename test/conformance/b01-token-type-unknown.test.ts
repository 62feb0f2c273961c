import { lie } from './telling.ts'

lie('B01', 'token-type-unknown', {
  as: 'token-type-downgraded',
  ways: ['mac', 'N_A', 'empty'],
})
