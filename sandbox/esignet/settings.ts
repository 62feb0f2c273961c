import { practiceOtp } from './practice/otp.ts'

/**
 * Lengths of life and limits that are the same in every release; what differs is in `dialects/`.
 * Seconds unless the name says otherwise.
 */
export const settings = {
  basePath: '/v1/esignet',

  /** How long a `jti` is remembered, of client assertions and of DPoP proofs. */
  jtiSeconds: 86_400,
  nonceSeconds: 86_400,

  sendOtpAttempts: 3,
  authenticateAttempts: 3,
  claimDetailsAttempts: 1,
  blockSeconds: 600,

  consentScreenSeconds: 120,
  consentScreenBufferSeconds: 5,
  resendOtpSeconds: 60,

  /** The identity system: a constant code, and a short memory between authentication and exchange. */
  otp: practiceOtp,
  otpSeconds: 600,
  /** How long an authentication is kept at all; how long it may be exchanged is the dialect's. */
  kycMemorySeconds: 3600,
  defaultLanguage: 'eng',
  /** The exchange is a network call in a real deployment; its length is what makes concurrent redemption possible. */
  identitySystemLatencyMillis: 30,

  certificateYears: 3,
  hangSeconds: 25,
  /** Delay of a `slow-…` fault that names none. */
  slowMillis: 3000,
  dpopLeewaySeconds: 10,
  maximumBodyBytes: 1_000_000,
  maximumStoredKeyCharacters: 1024,
} as const
