import { eachError, storeErrors } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

/** Whom eSignet knows already; nobody is sent there whom we would not know when they come back. */
export default defineFault({
  name: 'login-not-written',
  rows: ['H01', 'H12', 'H14'],
  says: 'the row of a login could not be written, for as long as it takes',
  refusedAs: 'store-unavailable',
  noticedAt: 'par',
  ways: eachError(storeErrors, (error) => [
    { service: 'dynamodb', operation: 'PutItem', door: 'login', table: 'login-transactions', error, times: throughout },
  ]),
})
