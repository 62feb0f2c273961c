import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /{service}/subjects/{subject}/claims',
  uses: ['callers', 'verified-claims', 'audit-trail'],
  whenItFails: "services' own back ends cannot fetch verified claims; what portals read in a session goes on",
})
