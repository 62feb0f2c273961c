import { type CryptoKey, importJWK } from 'jose'
import { refusal } from '../../kernel/codes.ts'
import { ok, refused } from '../../kernel/result.ts'
import type { AccessTokens } from '../../ports/access-tokens.ts'
import type { TokenPublicKey } from '../../ports/token-key.ts'
import { longestToken } from './compact-form.ts'
import { verifies } from './dpop-proof.ts'
import { strictParts } from './strict-parts.ts'

const wrong = (detail: string) => refused(refusal('access-token-invalid', detail))

/**
 * Opens our own access tokens (RFC 9068 §4). The one key is ours and the algorithm is that key's; `kid` is compared, so that a
 * token of another stage is told apart from a forged one in the log. The public key is read once per instance.
 */
export const accessTokens = (publicKey: TokenPublicKey): AccessTokens => {
  let known: Promise<{ readonly kid: string; readonly key: CryptoKey | Uint8Array }> | undefined
  const ours = async () => {
    known ??= publicKey.read().then(async (jwk) => ({ kid: jwk.kid, key: await importJWK({ ...jwk }, algorithm) }))
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
  return {
    open: async (token) => {
      const parts = strictParts(token, longestToken)
      if (parts === undefined) return wrong('malformed')
      const { typ, alg, kid } = parts.header
      if (typ !== 'at+jwt') return wrong('typ')
      if (alg !== algorithm) return wrong('alg')
      const { kid: ourKid, key } = await ours()
      if (kid !== ourKid) return wrong('kid')
      return (await verifies(token, key, algorithm)) ? ok(parts.claims) : wrong('signature')
    },
  }
}

const algorithm = 'PS256'
