import { fault } from './telling.ts'

fault('I05 I07', 'signature-garbled', {
  as: 'client-rejected',
  ways: ['fails'],
})
