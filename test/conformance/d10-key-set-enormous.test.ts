import { lie } from './telling.ts'

lie('D10 D11', 'key-set-enormous', {
  as: 'answer-too-large',
  ways: ['20000 keys', '20 MB'],
})
