import { lie } from './telling.ts'

lie('F15', 'verification-enormous', {
  as: 'answer-too-large',
  ways: ['process', 'txn'],
})
