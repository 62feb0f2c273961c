import { eachError, storeErrors } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

/** The row stays as it was: the same way back works once DynamoDB does (see the attack `table-comes-back`). */
export default defineFault({
  name: 'login-not-claimed',
  rows: ['H01', 'H12', 'H14'],
  says: 'the row of a login could not be claimed on the way back',
  refusedAs: 'store-unavailable',
  noticedAt: 'success-redirect',
  leaves: 'still-pending',
  ways: eachError(storeErrors, (error) => [
    { service: 'dynamodb', operation: 'UpdateItem', door: 'callback', error, times: throughout },
  ]),
})
