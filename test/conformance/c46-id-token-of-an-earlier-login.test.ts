import { lie } from './telling.ts'

lie('C46', 'id-token-of-an-earlier-login', {
  as: 'nonce-mismatch',
  ways: ['told'],
})
