import type { ProviderProfile } from '../../domain/provider/profile.ts'
import { deviations } from './deviations.ts'
import { errors, goAcrValues } from './vocabulary.ts'

/** eSignet 2.0 (Go line): closer to the standards on the wire, and without verified claims. */
export const esignet20: ProviderProfile = {
  name: 'esignet-2.0',
  release: '2.0',
  clientAssertion: { algorithm: 'PS256', audience: 'issuer', lifetimeSeconds: 60 },
  pushedAuthorizationRequests: 'always',
  longestRequestUriSeconds: 3600,
  issuerParameter: 'always',
  proofOfPossession: ['ES256', 'PS256'],
  idToken: {
    algorithms: ['PS256', 'ES256', 'EdDSA'],
    issuerSuffixes: [''],
    accessTokenHash: 'optional',
    authTime: 'required',
  },
  userInfo: {
    algorithms: ['PS256', 'RS256', 'ES256', 'EdDSA'],
    issuerSuffixes: ['', '/v1/esignet'],
    furtherAudiences: [],
    issuedAt: 'optional',
  },
  errors,
  verifiedClaims: { release: 'none', timeWithoutZone: 'refuse' },
  acrValues: goAcrValues,
  deviations: [
    deviations.accessTokenHash,
    deviations.requestUriLife,
    deviations.userInfoIssuer,
    deviations.userInfoAlgorithm,
    deviations.userInfoIssuedAt,
    deviations.noVerifiedClaims,
  ],
}
