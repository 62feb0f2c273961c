import type { PublishedKey } from '../domain/provider/published-key.ts'
import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

export interface BackendAssertions {
  /** What an assertion says without believing it; `undefined` when it is none. */
  peek(assertion: string): Readonly<Record<string, unknown>> | undefined
  /** Verifies an assertion with one of these keys and no other (RFC 7523 §3); hands back what it says, unjudged. */
  open(assertion: string, keys: readonly PublishedKey[]): Promise<Result<Readonly<Record<string, unknown>>, Refusal>>
}

export interface BackendKeys {
  /** Public keys with which a service's back end may sign. None: it has no back end here, or there is no such service. */
  of(service: string): readonly PublishedKey[]
}
