import type { Check } from './check.ts'

/** `azp`, where there is one, is us (Core §3.1.3.7 no. 5). */
export const authorizedParty: Check = ({ azp }, expected) =>
  azp === undefined || azp === expected.clientId ? undefined : 'authorized-party-mismatch'
