import { setTimeout as pause } from 'node:timers/promises'
import type { GrantedTransaction } from '../authorization/transaction.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Identity } from '../identity.ts'
import { signClaims } from '../keys/sign.ts'
import { settings } from '../settings.ts'
import { issuerOf, type World } from '../world.ts'
import { claimMembers } from './claim-value.ts'
import { releaseLanguages } from './languages.ts'
import { releaseAsMock } from './release-as-mock.ts'
import { releaseOidc4ida } from './release-oidc4ida.ts'

/**
 * Exchange the identity system's token for the signed user data, frozen at this moment.
 * The token is read first and marked as used after the answer is made: two exchanges at the same time both
 * succeed, which is how the original behaves.
 * @returns a JWS: RS256, no `exp`, no `iat`
 * @throws EsignetError `mock-ida-006` (unknown or used), `mock-ida-007` (too late), `mock-ida-001` (no such person),
 *   `data_exchange_failed` (a fault of the practice world: nobody answers)
 */
export async function exchange(world: World, granted: GrantedTransaction): Promise<string> {
  if (world.faults.strikes('identity-system-down')) throw new EsignetError('data_exchange_failed')
  const kyc = world.kycTransactions.get(granted.kycToken)
  if (kyc?.status !== 'ACTIVE' || kyc.individualId !== granted.individualId) throw new EsignetError('mock-ida-006')
  const ageMillis = world.now().getTime() - kyc.authenticatedAt
  if (ageMillis > world.dialect.identitySystem.kycSeconds * 1000) throw new EsignetError('mock-ida-007')
  const identity = world.identities.get(kyc.individualId)
  if (!identity) throw new EsignetError('mock-ida-001')
  await pause(settings.identitySystemLatencyMillis)
  const payload = {
    iss: issuerOf(world, 'userinfo'),
    sub: kyc.sub,
    // Some identity systems name the partner and not the client.
    aud: world.faults.strikes('userinfo-aud-is-partner') ? granted.relyingPartyId : granted.clientId,
    ...releasedClaims(world, identity, granted),
  }
  const userinfo = await signClaims(world.identitySystemKeys.current, payload)
  world.kycTransactions.update(granted.kycToken, { ...kyc, status: 'PROCESSED' })
  return userinfo
}

function releasedClaims(world: World, identity: Identity, granted: GrantedTransaction): Record<string, unknown> {
  const { claims, acceptedClaims, claimsLocales } = granted
  const asMock = world.verificationMetadata === 'as-mock'
  // The stock system converts two-letter languages only on the path without verified claims.
  const languages = releaseLanguages(claimsLocales, !asMock || claims.verified.length === 0)
  const plain = claims.plain.filter((name) => acceptedClaims.includes(name))
  const verified = asMock
    ? releaseAsMock(identity, claims.verified, acceptedClaims, languages)
    : releaseOidc4ida(identity, claims.verified, acceptedClaims, languages, world.now())
  if (claims.verified.length > verified.length) world.note('token', 'verified-claims-omitted', 'relying-party')
  return {
    ...Object.assign({}, ...plain.map((name) => claimMembers(identity, name, languages))),
    ...(verified.length > 0 ? { verified_claims: verified } : {}),
  }
}
