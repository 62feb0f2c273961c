import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

export interface AccessTokens {
  /**
   * Proves that an access token is ours: signature, type `at+jwt`, algorithm. Hands back what it says, unjudged.
   * Throws `Fault('key-unavailable')` when our own public key cannot be read; it is read once per instance.
   */
  open(token: string): Promise<Result<Readonly<Record<string, unknown>>, Refusal>>
}
