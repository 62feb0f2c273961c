import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /{service}/session',
  uses: ['sessions', 'verified-claims'],
  whenItFails: 'services cannot see who is logged in and treat everybody as a stranger',
})
