import type { Dialect } from './dialect.ts'
import { configOf16 } from './names.ts'
import { release17 } from './release-1.7.ts'

/** Java 1.6: RS256 throughout, no PAR, no DPoP, no `iss` parameter, raw error codes, longer lives. */
export const release16: Dialect = {
  ...release17,
  release: '1.6',
  paths: { ...release17.paths, par: undefined },
  issuer: { ...release17.issuer, redirect: undefined },
  assertion: {
    ...release17.assertion,
    algorithms: ['RS256'],
    audiences: { par: [], token: ['token-endpoint'] },
    iatRequired: true,
    jti: 'required',
  },
  lives: { ...release17.lives, preAuth: 600, authenticated: 600, code: 600 },
  tokens: { ...release17.tokens, algorithms: ['RS256'] },
  dpop: undefined,
  userinfo: { ...release17.userinfo, missingHeader: 'missing_header' },
  // The stock plugin of that time looks for its key under a name that is not there.
  identitySystem: { ...release17.identitySystem, keyPublished: false },
  registration: { ...release17.registration, keyTypes: ['RSA'], additionalConfig: configOf16 },
  discovery: {
    ...release17.discovery,
    scopes: ['profile', 'email', 'phone'],
    idTokenAlgorithms: ['RS256'],
    assertionAlgorithms: ['RS256'],
  },
  oauthErrors: 'raw',
}
