/** What the pool and a worker say to each other. Events and results travel as JSON text, as they do in AWS. */
export interface WorkerSettings {
  /** Absolute path of the bundle's folder. */
  readonly directory: string
  /** `index.handler`: file and export. */
  readonly handler: string
  readonly functionName: string
  readonly functionArn: string
  readonly memoryMb: number
  readonly logGroup: string
  /** One 64-bit float: milliseconds by which the clock of the execution environments is ahead. */
  readonly clockAhead: SharedArrayBuffer
}

export interface InvokeMessage {
  readonly requestId: string
  /** The event as JSON. */
  readonly event: string
  /** Epoch milliseconds at which the invocation is killed. */
  readonly deadline: number
}

/** The error document of the Lambda runtime API. */
export interface LambdaError {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace: readonly string[]
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly stream: 'stdout' | 'stderr'; readonly text: string; readonly requestId?: string }
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: LambdaError; readonly during: 'init' | 'invoke' }
