import type { ClaimsSet } from '../../../shared/domain/claims/signed-claims.ts'
import { brand } from '../../../shared/kernel/brand.ts'
import { type Refusal, type RefusalCode, refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import type { IdentityProvider } from '../../../shared/ports/identity-provider.ts'

/** One thing an otherwise honest provider says wrongly, and the only refusal it may end in. */
export interface Lie {
  readonly refusedAs: RefusalCode
  readonly exchange?: Refusal
  readonly idToken?: ClaimsSet
  readonly userInfoAnswer?: Refusal
  readonly userInfo?: ClaimsSet
}

export const lies: readonly Lie[] = [
  { refusedAs: 'code-rejected', exchange: refusal('code-rejected') },
  { refusedAs: 'signature-invalid', exchange: refusal('signature-invalid') },
  { refusedAs: 'nonce-mismatch', idToken: { nonce: 'of another login' } },
  { refusedAs: 'audience-mismatch', idToken: { aud: 'somebody-else' } },
  { refusedAs: 'issuer-mismatch', idToken: { iss: 'https://evil.example' } },
  { refusedAs: 'token-expired', idToken: { exp: 1 } },
  { refusedAs: 'acr-unmet', idToken: { acr: 'mosip:idp:acr:static-code' } },
  { refusedAs: 'userinfo-refused', userInfoAnswer: refusal('userinfo-refused') },
  { refusedAs: 'userinfo-subject-mismatch', userInfo: { sub: 'somebody-else' } },
  { refusedAs: 'verified-claims-malformed', userInfo: { verified_claims: 'yes' } },
]

/** Where in the login a lie is noticed: nothing that comes later is even asked. */
export const noticedAt = (lie: Lie): 'exchange' | 'id-token' | 'userInfo' | 'claims' => {
  if (lie.exchange !== undefined) return 'exchange'
  if (lie.idToken !== undefined) return 'id-token'
  return lie.userInfoAnswer === undefined ? 'claims' : 'userInfo'
}

/** The scripted provider with tokens of this moment (`now`, epoch seconds), telling one lie or none, to one deed. */
export const telling = (provider: IdentityProvider, lie: Lie | undefined, now: () => number): IdentityProvider => ({
  ...provider,
  exchange: async (code, client, authenticate) => {
    const tokens = await provider.exchange(code, client, authenticate)
    if (lie?.exchange !== undefined) return refused(lie.exchange)
    if (!tokens.ok) return tokens
    const { idToken, accessToken } = tokens.value
    const times = { iat: now(), auth_time: now(), exp: now() + 3600 }
    return ok({
      accessToken,
      idToken: brand({ keyId: 'k', claims: { ...idToken.claims, ...times, ...lie?.idToken } }),
    })
  },
  userInfo: async (tokens, client) => {
    const answer = await provider.userInfo(tokens, client)
    if (lie?.userInfoAnswer !== undefined) return refused(lie.userInfoAnswer)
    return answer.ok ? ok(brand({ keyId: 'k', claims: { ...answer.value.claims, ...lie?.userInfo } })) : answer
  },
})
