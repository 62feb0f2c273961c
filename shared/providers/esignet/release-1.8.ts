import type { ProviderProfile } from '../../domain/provider/profile.ts'
import { deviations } from './deviations.ts'
import { errors, javaAcrValues } from './vocabulary.ts'

/** eSignet 1.8 (Java line) with the mock identity system behind it. */
export const esignet18: ProviderProfile = {
  name: 'esignet-1.8',
  release: '1.8',
  // 1.8 takes token endpoint, PAR endpoint or issuer; the issuer alone resists audience injection (RFC 10070).
  clientAssertion: { algorithm: 'PS256', audience: 'issuer', lifetimeSeconds: 60 },
  pushedAuthorizationRequests: 'always',
  longestRequestUriSeconds: 600,
  issuerParameter: 'required-with-code',
  proofOfPossession: ['PS256'],
  idToken: { algorithms: ['PS256'], issuerSuffixes: [''], accessTokenHash: 'required', authTime: 'required' },
  // Tokens name the origin since 1.8, the identity system still appends the service path.
  userInfo: {
    algorithms: ['RS256', 'PS256'],
    issuerSuffixes: ['', '/v1/esignet'],
    furtherAudiences: [],
    issuedAt: 'optional',
  },
  errors,
  verifiedClaims: { release: 'asserted', timeWithoutZone: 'read-as-utc' },
  acrValues: javaAcrValues,
  deviations: [
    deviations.errorWithoutIssuer,
    deviations.userInfoIssuer,
    deviations.userInfoAlgorithm,
    deviations.userInfoIssuedAt,
    deviations.timeWithoutZone,
  ],
}
