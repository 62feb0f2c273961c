import { attack } from './attacking.ts'

attack('G05', 'parameter-twice', {
  as: 'parameter-invalid',
  ways: ['the act', 'the way back', 'the languages', 'the state', 'the code', 'the issuer', 'the error'],
})
