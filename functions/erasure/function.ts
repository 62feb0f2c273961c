import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'DELETE /{service}/subjects/{subject}',
  uses: ['callers', 'erasure', 'token-key', 'audit-trail'],
  whenItFails: 'people who asked to be erased stay, wholly or as rows nobody can read, until the call is made again',
})
