import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /{service}/callback',
  uses: ['login-transactions', 'client-key', 'identity-provider', 'login-records', 'subject-keys', 'audit-trail'],
  whenItFails: 'people come back from eSignet and cannot enter any service',
})
