import { randomUUID } from 'node:crypto'
import { type ExecutionEnvironment, type InvocationResult, startEnvironment } from './environment-of-execution.ts'
import type { FunctionDefinition } from './function-definition.ts'
import type { LogRing } from './log-ring.ts'
import { workerSource } from './worker-source.ts'

export interface FunctionStatistics {
  readonly invocations: number
  readonly coldStarts: number
  readonly errors: number
}

/** One function and the workers that run it. */
export interface RunningFunction {
  readonly definition: FunctionDefinition
  /** Runs the handler once. Never rejects: what went wrong is in the result, as Lambda's error document. */
  readonly invoke: (event: unknown) => Promise<InvocationResult>
  readonly statistics: () => FunctionStatistics
  readonly resetStatistics: () => void
  /** Ends the workers that wait, so that the next invocation finds a cold function that remembers nothing. */
  readonly renew: () => Promise<void>
  /** Ends every worker at once, also in the middle of an invocation. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly logs: LogRing
  /** Most workers at a time; further invocations wait for a free one. Default 10. */
  readonly mostWorkers?: number
  /** See `WorkerSettings`; absent means the clock of this machine. */
  readonly clockAhead?: SharedArrayBuffer
}

/** Lambda accepts an answer of at most 6 MB from a synchronous invocation. */
const largestAnswer = 6 * 1024 * 1024

const closed: InvocationResult = {
  ok: false,
  error: { errorType: 'Practice.Closed', errorMessage: 'the practice world is closing', trace: [] },
}

const tooLarge = (bytes: number): InvocationResult => ({
  ok: false,
  error: {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${largestAnswer} bytes).`,
    trace: [],
  },
})

/** Starts workers as calls come in parallel, up to a bound, and reuses those that are warm. */
export const runFunction = (
  definition: FunctionDefinition,
  { logs, mostWorkers = 10, clockAhead = new SharedArrayBuffer(8) }: PoolOptions,
): RunningFunction => {
  const idle: ExecutionEnvironment[] = []
  const all = new Set<ExecutionEnvironment>()
  const waiting: (() => void)[] = []
  let statistics = { invocations: 0, coldStarts: 0, errors: 0 }
  let starting = 0
  let open = true

  const write = (text: string, requestId: string | undefined): void => {
    const at = new Date().toISOString()
    for (const line of text.split('\n').filter((part) => part !== '')) {
      logs.add({ at, source: definition.name, text: line, ...(requestId === undefined ? {} : { requestId }) })
    }
  }

  const coldStart = async (): Promise<ExecutionEnvironment | undefined> => {
    starting += 1
    try {
      const source = await workerSource()
      if (!open) return undefined
      const environment = startEnvironment(definition, source, write, clockAhead)
      statistics.coldStarts += 1
      all.add(environment)
      return environment
    } finally {
      starting -= 1
    }
  }

  const acquire = async (): Promise<ExecutionEnvironment | undefined> => {
    while (open) {
      const warm = idle.pop()
      if (warm?.alive()) return warm
      if (warm === undefined && all.size + starting < mostWorkers) return coldStart()
      if (warm === undefined) await new Promise<void>((resolve) => waiting.push(resolve))
      else all.delete(warm)
    }
    return undefined
  }

  const release = (environment: ExecutionEnvironment): void => {
    if (environment.alive()) idle.push(environment)
    else all.delete(environment)
    waiting.shift()?.()
  }

  const run = async (event: unknown): Promise<InvocationResult> => {
    const environment = await acquire()
    if (environment === undefined) return closed
    const requestId = randomUUID()
    const deadline = Date.now() + definition.timeoutSeconds * 1000
    const result = await environment.invoke({ requestId, event: JSON.stringify(event), deadline })
    release(environment)
    if (!result.ok) write(`ERROR ${result.error.errorType} ${result.error.errorMessage}`, requestId)
    const bytes = result.ok ? Buffer.byteLength(result.payload) : 0
    return bytes > largestAnswer ? tooLarge(bytes) : result
  }

  return {
    definition,
    invoke: async (event) => {
      if (!open) return closed
      statistics.invocations += 1
      const result = await run(event)
      if (!result.ok) statistics.errors += 1
      return result
    },
    statistics: () => ({ ...statistics }),
    resetStatistics: () => {
      statistics = { invocations: 0, coldStarts: 0, errors: 0 }
    },
    renew: async () => {
      const old = idle.splice(0)
      for (const environment of old) all.delete(environment)
      await Promise.all(old.map((environment) => environment.close()))
    },
    kill: async () => {
      idle.length = 0
      const old = [...all]
      all.clear()
      await Promise.all(old.map((environment) => environment.close()))
    },
    close: async () => {
      open = false
      for (const wake of waiting.splice(0)) wake()
      await Promise.all([...all].map((environment) => environment.close()))
    },
  }
}
