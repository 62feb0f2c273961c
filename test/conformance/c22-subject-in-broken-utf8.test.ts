import { lie } from './telling.ts'

lie('C22 C39', 'subject-in-broken-utf8', {
  as: 'token-malformed',
  ways: ['told'],
})
