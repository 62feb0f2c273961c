import type { Check } from './check.ts'

/** `nonce` is the one of this login, so a token of another login cannot take its place (Core §3.1.3.7 no. 11). */
export const nonce: Check = (idToken, expected) => (idToken['nonce'] === expected.nonce ? undefined : 'nonce-mismatch')
