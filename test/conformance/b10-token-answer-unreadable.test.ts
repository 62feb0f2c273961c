import { lie } from './telling.ts'

lie('B10', 'token-answer-unreadable', {
  as: 'provider-answer-invalid',
  ways: ['truncated', 'empty', 'byte order mark', 'null', 'a list', 'two objects'],
})
