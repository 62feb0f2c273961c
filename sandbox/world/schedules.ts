import { randomUUID } from 'node:crypto'
import type { Place } from '../assembly/deploy.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
import { mayInvoke } from '../gateway/permission.ts'
import type { InvocationResult } from '../lambda/environment-of-execution.ts'
import type { RunningFunction } from '../lambda/pool.ts'
import type { Plan } from './plan.ts'

/** A rule of the template that calls functions, when it is time or when somebody wants it to. */
export interface RunningSchedule {
  readonly name: string
  readonly everySeconds: number
  /** Calls every target now and waits for it, as no rule of AWS does. */
  readonly run: () => Promise<readonly InvocationResult[]>
}

/** As EventBridge calls ("Scheduled Event"). */
const scheduledEvent = ({ region, accountId }: Place, arn: string) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: accountId,
  time: new Date().toISOString(),
  region,
  resources: [arn],
  detail: {},
})

/** Every schedule of the template with its functions. What EventBridge may not invoke is said at the start, not by silence. */
export const raiseSchedules = (
  plan: Plan,
  place: Place,
  functions: ReadonlyMap<string, RunningFunction>,
): readonly RunningSchedule[] =>
  plan.schedules.map(({ name, arn, everySeconds, functionArns }) => {
    const targets = functionArns.map((functionArn) => {
      const target = functions.get(functionArn)
      if (target === undefined) throw new BrokenAssembly(`Rule ${name} calls ${functionArn}, which is not there.`)
      const functionName = target.definition.name
      const attempt = { principal: 'events.amazonaws.com', functionName, functionArn, sourceArn: arn, ...place }
      if (!mayInvoke(plan.permissions, attempt))
        throw new BrokenAssembly(`Rule ${name} may not call ${functionName}: no permission says so.`)
      return target
    })
    return {
      name,
      everySeconds,
      run: () => Promise.all(targets.map((target) => target.invoke(scheduledEvent(place, arn)))),
    }
  })

/** Lets the schedules run at their rate, except while `paused`: what somebody makes fail shall fail for whom it was meant. */
export const runRegularly = (
  schedules: readonly RunningSchedule[],
  paused: () => boolean,
): { readonly close: () => Promise<void> } => {
  const timers = schedules.map(({ everySeconds, run }) =>
    setInterval(() => {
      if (!paused()) void run()
    }, everySeconds * 1000).unref(),
  )
  return {
    close: async () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
