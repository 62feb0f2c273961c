import type { Check } from './check.ts'

/** `aud` is us and nobody else: no second audience is trusted (Core §3.1.3.7 no. 3). */
export const audience: Check = ({ aud }, expected) => {
  const audiences = Array.isArray(aud) ? aud : [aud]
  return audiences.length === 1 && audiences[0] === expected.clientId ? undefined : 'audience-mismatch'
}
