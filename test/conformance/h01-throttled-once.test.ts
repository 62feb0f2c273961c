import { fault } from './telling.ts'

fault('H01', 'throttled-once', {
  as: 'accepted',
  ways: [
    'PutItem ThrottlingException',
    'PutItem ProvisionedThroughputExceededException',
    'UpdateItem ThrottlingException',
    'UpdateItem ProvisionedThroughputExceededException',
    'TransactWriteItems ThrottlingException',
    'TransactWriteItems ProvisionedThroughputExceededException',
  ],
})
