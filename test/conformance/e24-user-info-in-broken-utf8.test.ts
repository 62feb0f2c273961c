import { lie } from './telling.ts'

lie('E24', 'user-info-in-broken-utf8', {
  as: 'token-malformed',
  ways: ['told'],
})
