import type { Expectations } from '../domain/claims/expectations.ts'
import { judgeIdentity, judgeIdToken, type VerifiedIdentity } from '../domain/claims/judge-identity.ts'
import type { LoginTransaction } from '../domain/login/transaction.ts'
import type { Service } from '../domain/policy/service.ts'
import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'
import { leftHalfOfSha256 } from '../kernel/sha256.ts'
import type { DecryptionKey } from '../ports/decryption-key.ts'
import type { IdentityProvider, IdentityProviders, Tokens } from '../ports/identity-provider.ts'
import { type AuthenticateClientNeeds, authenticateClient } from './authenticate-client.ts'
import { providerClient } from './provider-client.ts'

export interface ExchangeCodeNeeds extends AuthenticateClientNeeds {
  readonly providers: IdentityProviders
  readonly decryptionKey: DecryptionKey
}

/**
 * From a code to a verified identity: keys first, so that no code is spent in vain; then tokens, judged before anything is done
 * with them; then UserInfo, about the same subject. One assertion, one exchange, no second try.
 */
export const exchangeCode = async (
  world: ExchangeCodeNeeds,
  service: Service,
  login: LoginTransaction,
  code: string,
): Promise<Result<VerifiedIdentity, Refusal>> => {
  const provider = world.providers.get(login.provider)
  const client = providerClient(service, world.decryptionKey)
  await provider.prepareKeys()
  const tokens = await provider.exchange(
    { code, codeVerifier: login.codeVerifier, redirectUri: login.redirectUri },
    client,
    authenticateClient(world, service, provider.profile),
  )
  if (!tokens.ok) return tokens
  const expected = await expectationsOf(world, provider, service, login, tokens.value)
  const authentication = judgeIdToken(tokens.value.idToken, expected)
  if (!authentication.ok) return authentication
  const userInfo = await provider.userInfo(tokens.value, client)
  if (!userInfo.ok) return userInfo
  return judgeIdentity(authentication.value, userInfo.value, expected)
}

const expectationsOf = async (
  world: ExchangeCodeNeeds,
  provider: IdentityProvider,
  service: Service,
  login: LoginTransaction,
  tokens: Tokens,
): Promise<Expectations> => ({
  issuer: await provider.issuer(),
  profile: provider.profile,
  ...(provider.declares === undefined ? {} : { declares: provider.declares }),
  clientId: service.client.id,
  nonce: login.nonce,
  accessTokenHash: leftHalfOfSha256(tokens.accessToken),
  acrValues: login.acrValues,
  startedAt: login.createdAt,
  now: Math.floor(world.clock.now() / 1000),
})
