import { defineFault } from '../fault.ts'

const canceled = (...reasons: readonly string[]) => [
  {
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    door: 'callback',
    error: 'TransactionCanceledException',
    reasons,
    times: 1,
  },
]

/** A conflict passes; that somebody else made the key of the person a moment before is met by taking that key. */
export default defineFault({
  name: 'conflict-once',
  rows: ['H04'],
  says: 'another write got in the way of the last one of a login',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  ways: {
    conflict: canceled('TransactionConflict', 'None', 'None', 'None'),
    'a key of the person': canceled('None', 'ConditionalCheckFailed', 'None', 'None'),
    'a key of the person, and a conflict': canceled('TransactionConflict', 'ConditionalCheckFailed', 'None', 'None'),
    'too busy': canceled('ThrottlingError', 'None', 'None', 'None'),
  },
})
