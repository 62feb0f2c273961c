import { lie } from './telling.ts'

lie('C26 L03', 'expired', {
  as: 'token-expired',
  ways: ['missing', 'two minutes ago', 'a text', 'milliseconds', 'zero'],
})
