import type { ProviderProfile } from '../../domain/provider/profile.ts'
import { deviations } from './deviations.ts'
import { esignet17 } from './release-1.7.ts'

/** eSignet 1.6: RS256 everywhere, no pushed requests, no `iss` in responses, the token endpoint as only audience. */
export const esignet16: ProviderProfile = {
  ...esignet17,
  name: 'esignet-1.6',
  release: '1.6',
  clientAssertion: { algorithm: 'RS256', audience: 'endpoint', lifetimeSeconds: 60 },
  pushedAuthorizationRequests: 'never',
  issuerParameter: 'absent',
  proofOfPossession: 'never',
  idToken: { ...esignet17.idToken, algorithms: ['RS256'] },
  userInfo: { ...esignet17.userInfo, algorithms: ['RS256'] },
  deviations: [
    deviations.tokenIssuer,
    deviations.issuerAbsent,
    deviations.requestThroughBrowser,
    deviations.assertionAudience,
    deviations.assertionAlgorithm,
    deviations.bearerTokens,
    deviations.userInfoIssuer,
    deviations.userInfoAlgorithm,
    deviations.userInfoIssuedAt,
    deviations.timeWithoutZone,
  ],
}
