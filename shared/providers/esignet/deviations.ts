/** What eSignet does that the standards do not say, once each. A profile names those that hold for its release. */
export const deviations = {
  tokenIssuer: {
    setting: 'idToken.issuerSuffixes',
    clause: 'OpenID Connect Core §3.1.3.7 no. 2',
    why: 'tokens name the service path behind the issuer that discovery names',
  },
  userInfoIssuer: {
    setting: 'userInfo.issuerSuffixes',
    clause: 'OpenID Connect Core §5.3.2',
    why: 'UserInfo is signed by the identity system, which appends the service path to the issuer',
  },
  userInfoAlgorithm: {
    setting: 'userInfo.algorithms',
    clause: 'OpenID Connect Discovery §3',
    why: 'the identity system signs with RS256, whatever metadata says',
  },
  userInfoIssuedAt: {
    setting: 'userInfo.issuedAt',
    clause: 'RFC 7519 §4.1.6',
    why: 'UserInfo says neither when it was written nor until when it holds',
  },
  errorWithoutIssuer: {
    setting: 'issuerParameter',
    clause: 'RFC 9207 §2',
    why: 'error redirects are made in the page and never carry iss',
  },
  issuerAbsent: {
    setting: 'issuerParameter',
    clause: 'RFC 9700 §4.4',
    why: 'the release knows no iss parameter; one provider per redirect URI is the defence that is left',
  },
  requestThroughBrowser: {
    setting: 'pushedAuthorizationRequests',
    clause: 'FAPI 2.0 §5.3.3',
    why: 'the release has no pushed authorization requests',
  },
  assertionAudience: {
    setting: 'clientAssertion.audience',
    clause: 'RFC 10070',
    why: 'the release accepts the token endpoint only',
  },
  assertionAlgorithm: {
    setting: 'clientAssertion.algorithm',
    clause: 'FAPI 2.0 §5.4.1',
    why: 'the release accepts RS256 only',
  },
  timeWithoutZone: {
    setting: 'verifiedClaims.timeWithoutZone',
    clause: 'OIDC4IDA, verification element, time',
    why: 'the identity system writes local times without a zone; they are read as UTC and marked',
  },
  noVerifiedClaims: {
    setting: 'verifiedClaims.release',
    clause: 'OIDC4IDA',
    why: 'the release accepts a request for verified claims and returns none',
  },
  accessTokenHash: {
    setting: 'idToken.accessTokenHash',
    clause: 'OpenID Connect Core §3.1.3.6',
    why: 'the release does not write at_hash, which is optional in the code flow',
  },
  requestUriLife: {
    setting: 'longestRequestUriSeconds',
    clause: 'RFC 9126 §2.2',
    why: 'request URIs live an hour',
  },
  bearerTokens: {
    setting: 'proofOfPossession',
    clause: 'FAPI 2.0 §5.3.3',
    why: 'the release has no proof of possession',
  },
} as const
