import * as z from 'zod'
import type { Failing } from '../faults/failing.ts'
import type { WantedFault } from '../world/controls.ts'
import { json, type Reply } from './reply.ts'

const fault = z.strictObject({
  service: z.enum(['dynamodb', 'kms']),
  operation: z.string().exactOptional(),
  door: z.string().exactOptional(),
  table: z.string().exactOptional(),
  key: z.string().exactOptional(),
  times: z.int().min(1).max(10_000),
  error: z.string().exactOptional(),
  reasons: z.array(z.string()).exactOptional(),
  lostAnswer: z.boolean().exactOptional(),
  delay: z.number().min(0).max(60_000).exactOptional(),
  stale: z.boolean().exactOptional(),
  garbled: z.boolean().exactOptional(),
  killsCaller: z.enum(['before', 'after']).exactOptional(),
}) satisfies z.ZodType<WantedFault>

const ahead = z.number().min(-1e10).max(1e10)
const requests = {
  '/practice/faults': z.strictObject({ faults: z.array(fault).max(20) }),
  '/practice/clock': z.strictObject({ functions: ahead.default(0), esignet: ahead.default(0) }),
  '/practice/rows': z.strictObject({
    table: z.string(),
    key: z.record(z.string(), z.string()),
    set: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    remove: z.array(z.string()).default([]),
    gone: z.boolean().default(false),
  }),
  '/practice/schedules': z.strictObject({ run: z.string().min(1) }),
  '/practice/functions': z.strictObject({ end: z.enum(['when-idle', 'at-once']) }),
  '/practice/esignet': z.strictObject({ listening: z.boolean() }),
} as const

/** `GET /practice/faults` → how many calls met a fault since it was asked for. */
export const controlGet = (path: string, { controls }: Failing): Reply | undefined =>
  path === '/practice/faults' ? json({ met: controls.met() }) : undefined

/**
 * `POST /practice/faults {"faults": […]}` (an empty list ends them); `/practice/clock {"functions"?, "esignet"?}` in seconds
 * ahead; `/practice/rows {"table", "key", "set"?, "remove"?, "gone"?}`; `/practice/schedules {"run"}` (such as `seal-audit`); `/practice/functions {"end"}`; `/practice/esignet {"listening"}`.
 */
export const controlPost = async (path: string, body: unknown, { controls }: Failing): Promise<Reply | undefined> => {
  if (path === '/practice/faults') return withRead(requests[path], body, ({ faults }) => done(controls.fail(faults)))
  if (path === '/practice/clock') return withRead(requests[path], body, (asked) => done(controls.setClock(asked)))
  if (path === '/practice/rows') return withRead(requests[path], body, (asked) => done(controls.alterRow(asked)))
  if (path === '/practice/schedules')
    return withRead(requests[path], body, async ({ run }) =>
      (await controls.runSchedule(run))
        ? json({ done: true })
        : json({ message: 'There is no such schedule, or what it called failed: see the log.' }, 400),
    )
  if (path === '/practice/functions')
    return withRead(requests[path], body, ({ end }) => done(end === 'at-once' ? controls.kill() : controls.renew()))
  if (path === '/practice/esignet')
    return withRead(requests[path], body, ({ listening }) => done(controls.setEsignetListening(listening)))
  return undefined
}

const withRead = async <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  act: (asked: z.output<Schema>) => Reply | Promise<Reply>,
): Promise<Reply> => {
  const asked = schema.safeParse(body)
  return asked.success ? act(asked.data) : json({ message: z.prettifyError(asked.error) }, 400)
}

const done = async (work: unknown): Promise<Reply> => {
  await work
  return json({ done: true })
}
