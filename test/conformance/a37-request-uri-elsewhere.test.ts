import { lie } from './telling.ts'

lie('A37', 'request-uri-elsewhere', {
  as: 'pushed-answer-invalid',
  ways: ['an address', 'another parameter', '10 kB', 'empty', 'missing', 'a list'],
})
