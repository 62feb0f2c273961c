/**
 * Every length of life and every limit of the simulated eSignet 1.8, in one place.
 * Values are the defaults of the release; seconds unless the name says otherwise.
 */
export const settings = {
  basePath: '/v1/esignet',

  /** `requestTime` of an envelope may differ this much from the server's clock. */
  requestTimeLeewaySeconds: 120,

  pushedRequestSeconds: 60,
  preAuthSeconds: 300,
  authenticatedSeconds: 120,
  codeSeconds: 300,
  tokenSeconds: 3600,

  /** One cache for the `jti` of every client's assertions (and of DPoP proofs, once offered). */
  jtiSeconds: 86_400,
  nonceSeconds: 86_400,
  assertionLeewaySeconds: 5,

  sendOtpAttempts: 3,
  authenticateAttempts: 3,
  claimDetailsAttempts: 1,
  blockSeconds: 600,

  consentScreenSeconds: 120,
  consentScreenBufferSeconds: 5,
  resendOtpSeconds: 60,

  /** The identity system: a constant code, and a short memory between authentication and exchange. */
  otp: '111111',
  otpSeconds: 600,
  kycTransactionSeconds: 180,
  defaultLanguage: 'eng',
  /** The exchange is a network call in a real deployment; its length is what makes concurrent redemption possible. */
  identitySystemLatencyMillis: 30,

  certificateYears: 3,
  hangSeconds: 25,
  maximumBodyBytes: 1_000_000,
  maximumStoredKeyCharacters: 1024,
} as const
