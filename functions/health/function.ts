import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /health',
  uses: ['health-checks', 'identity-provider'],
  whenItFails: "monitoring is blind; nobody's login is affected",
})
