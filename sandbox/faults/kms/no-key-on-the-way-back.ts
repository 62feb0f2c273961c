import { eachError, keyErrors } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

/** The code is not spent, for without an assertion nothing is sent. */
export default defineFault({
  name: 'no-key-on-the-way-back',
  rows: ['I01', 'I02', 'I03', 'I04'],
  says: 'the signing key could not be used when somebody comes back',
  refusedAs: 'key-unavailable',
  noticedAt: 'success-redirect',
  leaves: 'failed',
  ways: eachError(keyErrors, (error) => [
    { service: 'kms', operation: 'Sign', door: 'callback', error, times: throughout },
  ]),
})
