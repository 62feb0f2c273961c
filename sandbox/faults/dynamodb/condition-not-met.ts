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

/** The login is not ours to finish any more: somebody ended it meanwhile. */
export default defineFault({
  name: 'condition-not-met',
  rows: ['H04'],
  says: 'a login were found ended at its last write',
  refusedAs: 'transaction-replayed',
  noticedAt: 'userinfo',
  ways: {
    condition: canceled('ConditionalCheckFailed', 'None', 'None', 'None'),
    'condition and conflict': canceled('ConditionalCheckFailed', 'TransactionConflict', 'None', 'None'),
  },
})
