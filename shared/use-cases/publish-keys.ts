import type { Refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { ClientPublicKeys, PublicJwk } from '../ports/client-key.ts'
import { fromFault } from './refused-login.ts'

/** Our public keys as a JWK Set (RFC 7517 §5). */
export const publishKeys =
  (world: { readonly clientPublicKeys: ClientPublicKeys }) =>
  async (): Promise<Result<{ readonly keys: readonly PublicJwk[] }, Refusal>> => {
    try {
      return ok({ keys: await world.clientPublicKeys.all() })
    } catch (error) {
      return refused(fromFault(error))
    }
  }
