import { lie } from './telling.ts'

lie('A36', 'request-uri-lives-implausibly', {
  as: 'pushed-answer-invalid',
  ways: ['no time', 'thirty years', 'a text', 'negative', 'half a second more', 'missing'],
})
