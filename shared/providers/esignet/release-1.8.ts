import type { ProviderProfile } from '../../domain/provider/profile.ts'

/** eSignet 1.8 (Java line) with the mock identity system behind it. Each line that is not the standard's says why. */
export const esignet18: ProviderProfile = {
  name: 'esignet-1.8',
  release: '1.8',
  clientAssertion: {
    algorithm: 'PS256',
    // 1.8 accepts token endpoint, PAR endpoint or issuer; the issuer alone resists audience injection (RFC 10070).
    audience: 'issuer',
    lifetimeSeconds: 60,
  },
  pushedAuthorizationRequests: 'always',
  issuerParameter: 'required-with-code',
  idToken: { algorithms: ['PS256'], issuerSuffixes: [''], accessTokenHash: 'required' },
  userInfo: {
    // The identity system signs UserInfo with its own RS256 key, whatever discovery says.
    algorithms: ['RS256', 'PS256'],
    // Tokens name the origin since 1.8, the identity system still appends the service path.
    issuerSuffixes: ['', '/v1/esignet'],
    furtherAudiences: [],
  },
  errors: [
    {
      code: 'login-denied',
      errors: ['access_denied', 'consent_request_rejected', 'consent_details_rejected', 'consent_rejected'],
    },
    { code: 'login-timed-out', errors: ['transaction_timeout', 'invalid_transaction'] },
    {
      code: 'login-not-possible',
      errors: [
        'no_attempts_left',
        'individual_id_blocked',
        'incompatible_browser',
        'ekyc_failed',
        'no_ekyc_provider',
        'verification_incomplete',
      ],
    },
  ],
  verifiedClaims: { timeWithoutZone: 'read-as-utc' },
}
