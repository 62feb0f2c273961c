import { eachError } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

/** No waiting makes such a request right, so it is not repeated; the log tells the operator its name. */
export default defineFault({
  name: 'login-kept-by-mistake',
  rows: ['H05'],
  says: 'DynamoDB called the last write of a login a mistake of ours',
  refusedAs: 'internal-fault',
  noticedAt: 'userinfo',
  ways: eachError(['IdempotentParameterMismatchException', 'ValidationException'], (error) => [
    { service: 'dynamodb', operation: 'TransactWriteItems', door: 'callback', error, times: throughout },
  ]),
})
