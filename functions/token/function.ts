import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'POST /oauth/token',
  uses: ['backend-keys', 'replay', 'token-key'],
  whenItFails: "services' own back ends get no access tokens; what they do without a person stops within five minutes",
})
