import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /.well-known/jwks.json',
  uses: ['client-public-keys', 'token-public-key'],
  whenItFails: 'identity providers, auditors and back ends cannot fetch our public keys; logins go on',
})
