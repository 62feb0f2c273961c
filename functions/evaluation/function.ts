import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'POST /access/v1/evaluation',
  uses: ['callers', 'subject-facts', 'audit-trail'],
  whenItFails: 'gateways and applications that ask over AuthZEN get no decisions and have to refuse',
})
