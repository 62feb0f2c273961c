import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /{service}/login',
  uses: ['new-login-transactions', 'client-key', 'identity-provider', 'audit-trail'],
  whenItFails: 'nobody can start a login at any service; people already logged in are not affected',
})
