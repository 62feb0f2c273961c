import { attack } from './attacking.ts'

attack('G01', 'line-break-in-a-parameter', {
  as: 'parameter-invalid',
  ways: ['the act', 'the way back', 'the languages', 'the state', 'the code', 'the issuer', 'the error'],
})
