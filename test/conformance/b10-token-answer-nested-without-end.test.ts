import { lie } from './telling.ts'

lie('B10', 'token-answer-nested-without-end', {
  as: 'json-too-deep',
  ways: ['told'],
})
