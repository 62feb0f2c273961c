import { fault } from './telling.ts'

fault('H03', 'answer-lost', {
  as: 'accepted',
  ways: [
    'PutItem without an answer',
    'UpdateItem without an answer',
    'TransactWriteItems without an answer',
    'PutItem later than we wait',
    'UpdateItem later than we wait',
    'TransactWriteItems later than we wait',
    'every first answer',
  ],
})
