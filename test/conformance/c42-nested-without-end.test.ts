import { lie } from './telling.ts'

lie('C42', 'nested-without-end', {
  as: 'json-too-deep',
  ways: ['lists', 'just too deep'],
})
