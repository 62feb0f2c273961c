import { eachError, storeErrors } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

const fails = { service: 'dynamodb', operation: 'TransactWriteItems', door: 'callback', times: throughout } as const

/** Session, claims, key and the end of the login are one write: none of it is there. */
export default defineFault({
  name: 'login-not-kept',
  rows: ['H01', 'H04', 'H06', 'H12', 'H14'],
  says: 'nothing of a login could be written at its end',
  refusedAs: 'store-unavailable',
  noticedAt: 'userinfo',
  ways: {
    ...eachError(storeErrors, (error) => [{ ...fails, error }]),
    'conflicts without end': [
      { ...fails, error: 'TransactionCanceledException', reasons: ['TransactionConflict', 'None', 'None'] },
    ],
    'a fact that nobody expects there': [
      { ...fails, error: 'TransactionCanceledException', reasons: ['None', 'None', 'ConditionalCheckFailed'] },
    ],
  },
})
