import { fault } from './telling.ts'

fault('I05 I07', 'signature-garbled-on-the-way-back', {
  as: 'client-rejected',
  ways: ['fails'],
})
