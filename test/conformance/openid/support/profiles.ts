import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'

/** FAPI 2.0 Security Profile Final as its client test plan runs it: private_key_jwt, DPoP, OpenID Connect. No deviation at all. */
export const fapi20: ProviderProfile = {
  name: 'fapi-2.0',
  release: 'fapi-2.0',
  clientAssertion: { algorithm: 'PS256', audience: 'issuer', lifetimeSeconds: 60 },
  pushedAuthorizationRequests: 'always',
  longestRequestUriSeconds: 600,
  issuerParameter: 'always',
  proofOfPossession: ['ES256'],
  idToken: { algorithms: ['PS256'], issuerSuffixes: [''], accessTokenHash: 'optional', authTime: 'optional' },
  userInfo: { algorithms: ['PS256'], issuerSuffixes: [''], furtherAudiences: [], issuedAt: 'optional' },
  errors: [],
  verifiedClaims: { release: 'asserted', timeWithoutZone: 'refuse' },
  acrValues: ['urn:example:acr:password'],
  deviations: [],
}

/** OpenID Connect Core alone: the request through the browser, no `iss` in the answer, bearer tokens, RS256. */
export const oidcCore: ProviderProfile = {
  ...fapi20,
  name: 'oidc-core',
  release: 'oidc-core',
  clientAssertion: { algorithm: 'RS256', audience: 'endpoint', lifetimeSeconds: 60 },
  pushedAuthorizationRequests: 'never',
  issuerParameter: 'absent',
  proofOfPossession: 'never',
  idToken: { algorithms: ['RS256'], issuerSuffixes: [''], accessTokenHash: 'optional', authTime: 'optional' },
  userInfo: { algorithms: ['RS256'], issuerSuffixes: [''], furtherAudiences: [], issuedAt: 'optional' },
}

/** The same for a client registered with `id_token_signed_response_alg` ES256. */
export const oidcCoreEs256: ProviderProfile = {
  ...oidcCore,
  name: 'oidc-core-es256',
  release: 'oidc-core-es256',
  idToken: { ...oidcCore.idToken, algorithms: ['ES256'] },
}
