/** Chance, as an argument. */
export interface Randomness {
  /** 256 bits from a cryptographic source as 43 base64url characters: for `state`, `nonce`, verifiers, cookies, `jti`. */
  secret(): string
}
