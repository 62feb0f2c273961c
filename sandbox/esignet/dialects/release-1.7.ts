import type { Dialect } from './dialect.ts'
import { configOf17, scopesBefore18 } from './names.ts'
import { release18 } from './release-1.8.ts'

const scopes = ['openid', 'profile', 'email', 'phone']

/** Java 1.7.0: PAR and DPoP exist, tokens still carry another issuer than discovery, no PATCH and so no JWE. */
export const release17: Dialect = {
  ...release18,
  release: '1.7',
  issuer: { ...release18.issuer, tokens: '/v1/esignet' },
  assertion: {
    ...release18.assertion,
    audiences: { par: ['par-endpoint', 'issuer'], token: ['token-endpoint', 'issuer'] },
  },
  tokens: { ...release18.tokens, nullNonce: true },
  authorization: {
    ...release18.authorization,
    scopes,
    claimsByScope: scopesBefore18,
    cancelled: 'consent_request_rejected',
  },
  userinfo: { ...release18.userinfo, encryption: 'nobody' },
  registration: {
    ...release18.registration,
    patch: false,
    refusesBlankNames: false,
    additionalConfig: configOf17,
    encPublicKey: 'never',
  },
  discovery: { ...release18.discovery, scopes },
  csrf: 'bare',
}
