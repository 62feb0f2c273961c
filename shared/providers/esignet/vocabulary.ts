import type { ProviderProfile } from '../../domain/provider/profile.ts'

/** The words eSignet's pages use in error redirects, sorted into what a person can be told. They grew over the releases. */
export const errors: ProviderProfile['errors'] = [
  {
    code: 'login-denied',
    errors: ['access_denied', 'consent_request_rejected', 'consent_details_rejected', 'consent_rejected'],
  },
  { code: 'login-timed-out', errors: ['transaction_timeout', 'invalid_transaction'] },
  {
    code: 'login-not-possible',
    errors: [
      'no_attempts_left',
      'individual_id_blocked',
      'incompatible_browser',
      'ekyc_failed',
      'no_ekyc_provider',
      'verification_incomplete',
    ],
  },
]

const acr = (name: string): string => `mosip:idp:acr:${name}`

/** The Java line maps seven; the wallet and the portal's own hand-over are not for relying parties to build on. */
export const javaAcrValues: readonly string[] = [
  acr('generated-code'),
  acr('biometrics'),
  acr('static-code'),
  acr('password'),
  acr('knowledge'),
  acr('linked-wallet'),
]

export const goAcrValues: readonly string[] = [
  acr('generated-code'),
  acr('biometrics'),
  acr('password'),
  acr('knowledge'),
]
