import { EsignetError } from '../esignet-error.ts'
import type { Call } from '../http/call.ts'

/**
 * eSignet binds tokens to any proof it is sent (RFC 9449); this simulation does not yet, and says so instead of
 * ignoring a proof the caller relies on.
 * @throws EsignetError `invalid_dpop_proof`
 */
export function refuseDpop(call: Call, field: (name: string) => string | undefined): void {
  if (!call.headerNames.includes('dpop') && !field('dpop_jkt')) return
  const errorMessage = 'this release of the practice world does not offer DPoP yet'
  throw new EsignetError([{ errorCode: 'invalid_dpop_proof', errorMessage }])
}
