import { describe, expect, test } from 'vitest'
import type { RunningFunction } from '../../../sandbox/lambda/pool.ts'
import { ruleMaker } from '../../../sandbox/world/make-schedule.ts'
import { emptyPlan } from '../../../sandbox/world/plan.ts'
import { raiseSchedules, runRegularly } from '../../../sandbox/world/schedules.ts'

const place = { region: 'eu-central-1', accountId: '000000000000' }
const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:seal'
const ruleArn = 'arn:aws:events:eu-central-1:000000000000:rule/verify-once-practice-seal'

/** A plan with one rule, as the walk through a template leaves it. */
const planned = (rate: string, principal = 'events.amazonaws.com') => {
  const plan = emptyPlan()
  const properties = {
    Name: 'verify-once-practice-seal',
    ScheduleExpression: rate,
    Targets: [{ Id: 'Target0', Arn: functionArn }],
  }
  const stack = { name: 'serve', template: undefined, assets: new Map() }
  const made = ruleMaker(
    plan,
    place,
  )({ ...Object(stack), stack, logicalId: 'Rule', type: 'AWS::Events::Rule', properties })
  plan.permissions.push({ functionName: functionArn, principal, sourceArn: ruleArn })
  return { plan, made }
}

const functionsOf = (events: unknown[]) => {
  const running: Pick<RunningFunction, 'invoke'> & { readonly definition: { readonly name: string } } = {
    definition: { name: 'seal' },
    invoke: async (event) => {
      events.push(event)
      return { ok: true, payload: 'null' }
    },
  }
  return new Map([[functionArn, Object(running)]])
}

describe('a rule of the template', () => {
  test('has the ARN that permissions name, and its rate in seconds', async () => {
    const { plan, made } = planned('rate(5 minutes)')
    expect(await made).toEqual({ ref: 'verify-once-practice-seal', attributes: { Arn: ruleArn } })
    expect(plan.schedules).toMatchObject([{ everySeconds: 300, functionArns: [functionArn] }])
  })

  test('calls its function as EventBridge does', async () => {
    const events: unknown[] = []
    const [schedule] = raiseSchedules(planned('rate(1 hour)').plan, place, functionsOf(events))
    expect(await schedule?.run()).toEqual([{ ok: true, payload: 'null' }])
    expect(events).toMatchObject([{ source: 'aws.events', 'detail-type': 'Scheduled Event', resources: [ruleArn] }])
  })

  test('stops the start when nobody lets it call, or there is nothing to call', () => {
    const { plan } = planned('rate(1 day)', 'apigateway.amazonaws.com')
    expect(() => raiseSchedules(plan, place, functionsOf([]))).toThrow('may not call')
    expect(() => raiseSchedules(planned('rate(1 day)').plan, place, new Map())).toThrow('is not there')
  })

  test('of another kind cannot be made', () => {
    expect(() => planned('cron(0 12 * * ? *)')).toThrow('no rate')
  })

  test('has a timer that keeps nothing alive, and can be ended', async () => {
    const schedules = raiseSchedules(planned('rate(1 day)').plan, place, functionsOf([]))
    await expect(runRegularly(schedules, () => false).close()).resolves.toBeUndefined()
  })
})
