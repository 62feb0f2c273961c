import { acceptedIssuers } from '../../provider/profile.ts'
import type { Check } from './check.ts'

/** `iss` is one of the issuer names this provider release is known to use, compared byte for byte (Core §3.1.3.7 no. 2). */
export const issuer: Check = ({ iss }, expected) =>
  typeof iss === 'string' && acceptedIssuers(expected.issuer, expected.profile.idToken).includes(iss)
    ? undefined
    : 'issuer-mismatch'
