import * as z from 'zod'

/** The suite's own interface, as far as a plan is run through it. Without a token it must run in its development mode. */
export interface Suite {
  readonly baseUrl: URL
  readonly token?: string
}

const plan = z.object({ id: z.string(), modules: z.array(z.object({ testModule: z.string() })) })
const started = z.object({ id: z.string() })
const runner = z.object({ exposed: z.record(z.string(), z.string()).optional() })
const info = z.object({ status: z.string(), result: z.string().nullish() })

export type Plan = z.infer<typeof plan>

/** How the suite judges a module; `result` is only there once it has one. */
export interface Verdict {
  readonly status: string
  readonly result: string | undefined
}

export const createPlan = (
  suite: Suite,
  { name, variant, configuration }: { readonly name: string; readonly variant: object; readonly configuration: object },
): Promise<Plan> =>
  ask(suite, plan, '/api/plan', {
    query: { planName: name, variant: JSON.stringify(variant) },
    send: JSON.stringify(configuration),
  })

/** Starts one module, and says where its provider is once it waits for us. */
export const startModule = async (
  suite: Suite,
  { id: planId }: Plan,
  module: string,
): Promise<{ readonly id: string; readonly exposed: Readonly<Record<string, string>> }> => {
  const { id } = await ask(suite, started, '/api/runner', { query: { test: module, plan: planId }, send: '' })
  const { status } = await untilStatus(suite, id, ['WAITING'], 60_000)
  if (status !== 'WAITING') throw new Error(`${module} did not start: ${status}`)
  const { exposed = {} } = await ask(suite, runner, `/api/runner/${id}`)
  return { id, exposed }
}

/** Waits until the suite has made up its mind, or the time is over; then the last that it said. */
export const verdictOf = (suite: Suite, id: string, milliseconds: number): Promise<Verdict> =>
  untilStatus(suite, id, ['FINISHED'], milliseconds)

const untilStatus = async (
  suite: Suite,
  id: string,
  statuses: readonly string[],
  milliseconds: number,
): Promise<Verdict> => {
  const until = Date.now() + milliseconds
  for (;;) {
    const { status, result } = await ask(suite, info, `/api/info/${id}`)
    const known = result ?? undefined
    const over =
      status === 'INTERRUPTED' || (statuses.includes(status) && (status !== 'FINISHED' || known !== undefined))
    if (over || Date.now() > until) return { status, result: known }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const ask = async <Shape extends z.ZodType>(
  { baseUrl, token }: Suite,
  shape: Shape,
  path: string,
  { query = {}, send }: { readonly query?: Record<string, string>; readonly send?: string } = {},
): Promise<z.infer<Shape>> => {
  const address = new URL(path, baseUrl)
  address.search = new URLSearchParams(query).toString()
  const response = await fetch(address, {
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(send === undefined ? {} : { method: 'POST', body: send }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return shape.parse(await response.json())
}
