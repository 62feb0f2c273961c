import { lie } from './telling.ts'

lie('C02', 'signature-missing', {
  as: 'token-malformed',
  ways: ['none', 'as if signed'],
})
