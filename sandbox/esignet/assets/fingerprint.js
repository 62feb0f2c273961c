/** The practice fingerprint: the identity system takes any, as long as it is between 500 and 500 000 characters. */
export function practiceFingerprint() {
  return JSON.stringify({ biometrics: [{ data: 'practice-'.padEnd(600, 'x') }] })
}
