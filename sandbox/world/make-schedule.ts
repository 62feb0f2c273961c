import * as z from 'zod'
import type { Maker, Place } from '../assembly/deploy.ts'
import { generatedName } from './names.ts'
import type { Plan } from './plan.ts'

const ruleShape = z.object({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  Targets: z.array(z.object({ Arn: z.string() })),
})

const unitSeconds: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 }

/** `rate(5 minutes)` → 300. */
const secondsOf = (expression: string): number => {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const seconds = Number(count) * (unitSeconds[unit] ?? 0)
  if (seconds === 0) throw new Error(`${expression} is no rate that is known here`)
  return seconds
}

/** `AWS::Events::Rule` with a rate: planned only; it runs once its functions are there. */
export const ruleMaker =
  (plan: Plan, { region, accountId }: Place): Maker =>
  (resource) => {
    const rule = ruleShape.parse(resource.properties)
    const name = rule.Name ?? generatedName(resource).slice(0, 64)
    const arn = `arn:aws:events:${region}:${accountId}:rule/${name}`
    const functionArns = rule.Targets.map(({ Arn }) => Arn)
    plan.schedules.push({ name, arn, everySeconds: secondsOf(rule.ScheduleExpression), functionArns })
    return { ref: name, attributes: { Arn: arn } }
  }
