import { attack } from './attacking.ts'

attack('G02 G20', 'parameter-of-nine-kilobytes', {
  as: 'parameter-invalid',
  ways: ['the act', 'the way back', 'the languages', 'the state', 'the code', 'the issuer', 'the error'],
})
