import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'POST /{service}/decisions',
  uses: ['callers', 'subject-facts', 'audit-trail'],
  whenItFails: "services' own back ends get no decisions and have to stop whatever needs one",
})
