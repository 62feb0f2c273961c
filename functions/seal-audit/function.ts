import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  schedule: 'rate(5 minutes)',
  uses: ['audit-seals'],
  // After an outage days may wait; a run seals as far as it comes and the next goes on.
  timeoutSeconds: 240,
  whenItFails:
    'audit events wait unsealed, and until they are sealed nobody can prove that they are as they were written',
})
