import type { Policy, RequestContext } from '../iam/policy.ts'
import type { JsonObject } from './json.ts'

/** One call that has been authenticated; the door decides what it needs and what it answers. */
export interface Call {
  readonly operation: string
  readonly input: JsonObject
}

/** One permission that a call must have. A call may need several; all must be granted. */
export interface AccessNeed {
  readonly action: string
  readonly resource: string
  readonly context: RequestContext
  /** The policy of the KMS key the call touches. */
  readonly keyPolicy?: Policy
}

/** An answer made elsewhere and passed through byte for byte. */
export interface RawAnswer {
  readonly status: number
  readonly body: Buffer
}

export interface Door {
  /** The name in counters, faults and the SigV4 credential scope. */
  readonly service: string
  /** What precedes the dot in X-Amz-Target. */
  readonly targetPrefixes: readonly string[]
  readonly contentType: 'application/x-amz-json-1.0' | 'application/x-amz-json-1.1'
  /** What precedes `#` in `__type` of the service's own errors. */
  readonly errorNamespace: string
  readonly operations: ReadonlySet<string>
  /**
   * The permissions a call needs.
   * @returns `'administrator'` for what IAM policies cannot describe here: then only the administrator may call it
   */
  needs(call: Call): Promise<readonly AccessNeed[] | 'administrator'>
  answer(call: Call): Promise<JsonObject | RawAnswer>
}

export const isRawAnswer = (answer: JsonObject | RawAnswer): answer is RawAnswer =>
  Buffer.isBuffer(answer['body']) && typeof answer['status'] === 'number'
