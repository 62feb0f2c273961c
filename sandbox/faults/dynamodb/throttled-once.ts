import { defineFault } from '../fault.ts'

const once = (operation: string, door: string) =>
  (['ThrottlingException', 'ProvisionedThroughputExceededException'] as const).map(
    (error) => [`${operation} ${error}`, [{ service: 'dynamodb', operation, door, error, times: 1 }]] as const,
  )

/** A table that was quiet for long is given more capacity only once somebody asks for it. */
export default defineFault({
  name: 'throttled-once',
  rows: ['H01'],
  says: 'DynamoDB were too busy for one call',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  ways: Object.fromEntries([
    ...once('PutItem', 'login'),
    ...once('UpdateItem', 'callback'),
    ...once('TransactWriteItems', 'callback'),
  ]),
})
