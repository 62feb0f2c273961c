/**
 * Runs inside a worker thread: one execution environment of one function. It loads the bundle by `require` (a CommonJS
 * bundle loaded by `import()` costs twice the time), then answers one invocation at a time, as Lambda does.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { lambdaContext } from './context.ts'
import { errorDocument } from './error-document.ts'
import type { FromWorker, InvokeMessage, WorkerSettings } from './messages.ts'
import { shiftClock } from './shifted-clock.ts'

type Handler = (event: unknown, context: unknown, callback: (error: unknown, result?: unknown) => void) => unknown

const settings: WorkerSettings = workerData
let current: string | undefined

const tell = (message: FromWorker): void => parentPort?.postMessage(message)

/** Lines go through the same channel as results, so a line is never later than the answer it belongs to. */
const capture = (stream: 'stdout' | 'stderr'): void => {
  process[stream].write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    tell({ kind: 'log', stream, text, ...(current === undefined ? {} : { requestId: current }) })
    const done = rest.find((part) => typeof part === 'function')
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const load = (): Handler => {
  const [file = 'index', name = 'handler'] = settings.handler.split('.')
  const module: Record<string, unknown> = createRequire(join(settings.directory, 'index.js'))(
    join(settings.directory, file),
  )
  const handler = module[name]
  if (isHandler(handler)) return handler
  const error = new Error(`${settings.handler} is undefined or not exported`)
  error.name = 'Runtime.HandlerNotFound'
  throw error
}

/** A handler answers by the promise it returns, or else by its callback. */
const call = (handler: Handler, event: unknown, message: InvokeMessage): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const callback = (error: unknown, result?: unknown): void => (error ? reject(error) : resolve(result))
    const answer = handler(event, lambdaContext(settings, message), callback)
    const promised = typeof answer === 'object' && answer !== null && 'then' in answer
    if (promised) Promise.resolve(answer).then(resolve, reject)
    else if (handler.length < 3) resolve(answer)
  })

const invoke = async (handler: Handler, message: InvokeMessage): Promise<void> => {
  current = message.requestId
  try {
    const result = await call(handler, JSON.parse(message.event), message)
    tell({ kind: 'returned', payload: JSON.stringify(result ?? null) })
  } catch (error) {
    tell({ kind: 'failed', during: 'invoke', error: errorDocument(error) })
  } finally {
    current = undefined
  }
}

shiftClock(new Float64Array(settings.clockAhead))
capture('stdout')
capture('stderr')
try {
  const handler = load()
  parentPort?.on('message', (message: InvokeMessage) => void invoke(handler, message))
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'failed', during: 'init', error: errorDocument(error) })
}
