import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /{service}/callback',
  uses: [
    'login-transactions',
    'client-key',
    'decryption-key',
    'identity-provider',
    'login-records',
    'subject-keys',
    'audit-trail',
  ],
  // Every patience inside, of the provider, KMS and the store, fits into this; the exchange lease is longer.
  timeoutSeconds: 25,
  whenItFails: 'people come back from eSignet and cannot enter any service',
})
