/**
 * What back ends may sign with, assertions and proofs alike (RFC 8725 §3.1): our choice, never the token's. `Ed25519` is EdDSA by
 * its newer name (RFC 9864).
 */
export const callerAlgorithms = ['ES256', 'PS256', 'EdDSA', 'Ed25519'] as const

export type CallerAlgorithm = (typeof callerAlgorithms)[number]
