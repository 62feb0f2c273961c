/** KMS names of the signing algorithms a client key may be used with. */
export type KmsSigningAlgorithm = 'RSASSA_PSS_SHA_256' | 'RSASSA_PKCS1_V1_5_SHA_256'

/**
 * With which algorithms client assertions for an eSignet release may be signed: RS256 up to 1.6, which knows no other,
 * PS256 after. A list, so that a migration can allow both for a while.
 *
 * @param release release line, e.g. `1.8`
 */
export function signingAlgorithms(release: string): readonly KmsSigningAlgorithm[] {
  const [major = 0, minor = 0] = release.split('.').map(Number)
  return major < 1 || (major === 1 && minor <= 6) ? ['RSASSA_PKCS1_V1_5_SHA_256'] : ['RSASSA_PSS_SHA_256']
}
