import { Worker } from 'node:worker_threads'
import type { FunctionDefinition } from './function-definition.ts'
import type { FromWorker, InvokeMessage, LambdaError, WorkerSettings } from './messages.ts'

export type InvocationResult =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: LambdaError }

/** One warm worker of one function; answers one invocation at a time. */
export interface ExecutionEnvironment {
  readonly invoke: (message: InvokeMessage) => Promise<InvocationResult>
  /** False once the worker died or was killed; a dead one is never used again. */
  readonly alive: () => boolean
  readonly close: () => Promise<void>
}

export type WriteLine = (text: string, requestId: string | undefined) => void

const failed = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  error: { errorType, errorMessage, trace: [] },
})

const settingsOf = (definition: FunctionDefinition, clockAhead: SharedArrayBuffer): WorkerSettings => ({
  directory: definition.directory,
  handler: definition.handler,
  functionName: definition.name,
  functionArn: definition.arn,
  memoryMb: definition.memoryMb,
  logGroup: definition.logGroup,
  clockAhead,
})

const died = (error: unknown): InvocationResult => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return failed('Runtime.OutOfMemory', 'Runtime exited with error: signal: killed')
  const message = error instanceof Error ? error.message : String(error)
  return failed('Runtime.UnhandledError', message)
}

const startWorker = (definition: FunctionDefinition, source: string, clockAhead: SharedArrayBuffer): Worker =>
  new Worker(source, {
    eval: true,
    env: { ...definition.environment },
    argv: [],
    execArgv: [],
    workerData: settingsOf(definition, clockAhead),
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    stdin: false,
    stdout: true,
    stderr: true,
  })

/**
 * Starts a worker thread for `definition`. The thread is one of this process, so the memory limit covers its JavaScript
 * heap (not native memory), and a timer left running goes on between invocations, where AWS would freeze it.
 */
export const startEnvironment = (
  definition: FunctionDefinition,
  source: string,
  write: WriteLine,
  clockAhead: SharedArrayBuffer,
): ExecutionEnvironment => {
  const worker = startWorker(definition, source, clockAhead)
  let alive = true
  let initFailure: LambdaError | undefined
  let settle: ((result: InvocationResult) => void) | undefined
  const finish = (result: InvocationResult): void => {
    settle?.(result)
    settle = undefined
  }
  const end = (result: InvocationResult): void => {
    alive = false
    finish(result)
  }
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'log') write(message.text, message.requestId)
    else if (message.kind === 'returned') finish({ ok: true, payload: message.payload })
    else if (message.kind === 'failed' && message.during === 'init') {
      initFailure = message.error
      end({ ok: false, error: message.error })
      void worker.terminate()
    } else if (message.kind === 'failed') finish({ ok: false, error: message.error })
  })
  worker.on('error', (error) => end(died(error)))
  worker.on('exit', (code) => end(failed('Runtime.ExitError', `Runtime exited with error: exit status ${code}`)))

  const invoke = (message: InvokeMessage): Promise<InvocationResult> =>
    new Promise((resolve) => {
      if (initFailure !== undefined) return resolve({ ok: false, error: initFailure })
      const seconds = definition.timeoutSeconds.toFixed(2)
      const timer = setTimeout(() => {
        end(
          failed('Sandbox.Timedout', `RequestId: ${message.requestId} Error: Task timed out after ${seconds} seconds`),
        )
        void worker.terminate()
      }, message.deadline - Date.now())
      settle = (result) => {
        clearTimeout(timer)
        resolve(result)
      }
      worker.postMessage(message)
    })

  const close = async (): Promise<void> => {
    alive = false
    await worker.terminate()
  }
  return { invoke, alive: () => alive, close }
}
