import type { Check } from './check.ts'

/** `at_hash` ties the access token to this ID token (Core §3.1.3.8); eSignet always sends it, so its absence is telling. */
export const accessTokenHash: Check = ({ at_hash }, expected) => {
  if (at_hash === undefined && expected.profile.idToken.accessTokenHash === 'optional') return undefined
  return at_hash === expected.accessTokenHash ? undefined : 'access-token-hash-mismatch'
}
