import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /.well-known/oauth-authorization-server',
  uses: [],
  whenItFails: 'libraries of back ends cannot find the token door by themselves; those that know its address go on',
})
