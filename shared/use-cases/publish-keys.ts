import type { Refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { ClientPublicKeys, PublicJwk } from '../ports/client-key.ts'
import type { TokenPublicKey } from '../ports/token-key.ts'
import { fromFault } from './refused-login.ts'

/** Our public keys as a JWK Set (RFC 7517 §5): those of the clients, then the one that signs our access tokens. */
export const publishKeys =
  (world: { readonly clientPublicKeys: ClientPublicKeys; readonly tokenPublicKey: TokenPublicKey }) =>
  async (): Promise<Result<{ readonly keys: readonly PublicJwk[] }, Refusal>> => {
    try {
      const [clients, own] = await Promise.all([world.clientPublicKeys.all(), world.tokenPublicKey.read()])
      return ok({ keys: [...clients, own] })
    } catch (error) {
      return refused(fromFault(error))
    }
  }
