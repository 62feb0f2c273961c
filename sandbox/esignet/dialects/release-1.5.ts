import type { Dialect } from './dialect.ts'
import { release16 } from './release-1.6.ts'

/** Java 1.5.0: registration in the older shapes only, no `additionalConfig`, nonces may repeat, no leeway. */
export const release15: Dialect = {
  ...release16,
  release: '1.5',
  assertion: { ...release16.assertion, jti: 'optional', leewaySeconds: 0 },
  tokens: { ...release16.tokens, azp: false },
  authorization: { ...release16.authorization, nonceOnce: false, promptConsent: false },
  registration: { ...release16.registration, doors: ['oidc-client', 'oauth-client'], additionalConfig: [] },
}
