import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /.well-known/jwks.json',
  uses: ['client-public-keys'],
  whenItFails: 'identity providers and auditors cannot fetch our public keys; logins go on',
})
