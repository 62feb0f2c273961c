import { expect, test } from 'vitest'
import { healthHandler } from '../../../functions/health/handler.ts'
import type { Health } from '../../../shared/use-cases/ask-health.ts'
import { anEvent, bodyOf, expectGuarded, listening, traceId } from '../asking.ts'

const well: Health = { healthy: true, checks: { 'table audit': 'reachable' } }
const unwell: Health = { healthy: false, checks: { 'table audit': 'reachable', 'data key': 'not reachable' } }

test.each([
  [200, well],
  [503, unwell],
])('%i says what can be reached, and nothing more', async (status, health) => {
  const { log, said, traces } = listening()
  const answer = await healthHandler({ askHealth: async () => health, log })(anEvent())
  expect(answer.statusCode).toBe(status)
  expect(bodyOf(answer)).toEqual(health)
  expectGuarded(answer)
  expect(said).toEqual([{ code: 'health-told', healthy: health.healthy }])
  expect([...traces]).toEqual([traceId])
})
