import { fault } from './telling.ts'

fault('H04', 'condition-not-met', {
  as: 'transaction-replayed',
  ways: ['condition', 'condition and conflict'],
})
