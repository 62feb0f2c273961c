/** The private keys with which a service opens what a provider encrypted for it. They never leave KMS. */
export interface DecryptionKey {
  /**
   * Unwraps a content encryption key (RSA-OAEP-256) with the current key of the service, then with the previous one, so that
   * a login that straddles a rotation is not lost. `undefined`: neither key opens it. Throws `Fault('key-unavailable')`.
   */
  unwrap(service: string, encryptedKey: Uint8Array): Promise<Uint8Array | undefined>
}
