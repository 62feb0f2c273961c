import type { Dialect } from './dialect.ts'
import { configOf18, javaAcrs, javaClaims, scopesSince18 } from './names.ts'

const service = '/v1/esignet'
const scopes = ['openid', 'profile', 'email', 'phone', 'address']

/** Java 1.8.0 with the stock identity system 0.13. The older Java releases are written as differences from it. */
export const release18: Dialect = {
  release: '1.8',
  line: 'java',
  paths: {
    authorize: '/authorize',
    par: `${service}/oauth/par`,
    token: `${service}/oauth/v2/token`,
    userinfo: `${service}/oidc/userinfo`,
    jwks: '/.well-known/jwks.json',
  },
  // Tokens follow discovery since 1.8; the identity system's default did not.
  issuer: { discovery: '', redirect: '', tokens: '', userinfo: service },
  assertion: {
    algorithms: ['RS256', 'PS256', 'ES256'],
    audiences: { par: ['par-endpoint', 'token-endpoint', 'issuer'], token: ['token-endpoint', 'issuer'] },
    audienceForm: 'any',
    kidRequired: false,
    // The library fills it from `exp`.
    iatRequired: false,
    jti: 'once',
    typChecked: true,
    leewaySeconds: 5,
  },
  lives: { pushedRequest: 60, preAuth: 300, authenticated: 120, code: 300, tokens: 3600, requestTimeLeeway: 120 },
  tokens: {
    algorithms: ['PS256'],
    typ: { idToken: undefined, accessToken: undefined },
    atHash: true,
    azp: true,
    nullNonce: false,
    nbfAndJti: false,
    acr: 'space-joined',
    scopeInResponse: false,
    shortenedByConsent: true,
    encryptedIdToken: false,
    codeSpentBy: 'success',
  },
  authorization: {
    nonceOnce: true,
    longestNonce: undefined,
    promptConsent: true,
    redirectPatterns: true,
    scopes,
    claimsByScope: scopesSince18,
    verifiedClaims: 'released',
    cancelled: 'access_denied',
    executableAcrs: javaAcrs,
  },
  dpop: {
    algorithms: ['RS256', 'PS256'],
    nonceSeconds: 15,
    iatWindowSeconds: undefined,
    longestJti: undefined,
    jtiShared: true,
    challengeAlgorithms: 'ES256 PS256',
  },
  userinfo: {
    post: false,
    encryption: 'esignet',
    withoutKey: { status: 401, error: 'unknown_error' },
    onlyRsa2048: true,
    bareChallenge: true,
    missingHeader: 'invalid_token',
  },
  identitySystem: { keyPublished: true, kycSeconds: 180 },
  registration: {
    doors: ['client', 'oidc-client', 'oauth-client'],
    patch: true,
    read: false,
    keyTypes: ['RSA', 'EC'],
    refusesBlankNames: true,
    additionalConfig: configOf18,
    encPublicKey: 'patch',
    longestIdentifier: 100,
    redirectUris: { most: 5, publicSuffix: true },
    claims: javaClaims,
    envelopeStatus: 200,
  },
  discovery: {
    scopes,
    claims: javaClaims,
    acrs: javaAcrs,
    idTokenAlgorithms: ['RS256', 'PS256'],
    assertionAlgorithms: ['RS256', 'PS256', 'ES256'],
  },
  oauthErrors: 'collapsed',
  csrf: 'masked',
}
