import { lie } from './telling.ts'

lie('D07', 'key-of-a-broken-kind', {
  as: 'keys-untrustworthy',
  ways: ['exponent 3', 'exponent 1', 'exponent 2', 'even modulus', 'modulus of the broken library', '16384 bits'],
})
