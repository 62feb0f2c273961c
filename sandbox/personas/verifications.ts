import type { IdentityField, Verification } from '../esignet/identity.ts'
import type { Moments } from './moments.ts'

/** What a verifier of the practice world attests, name by name. */
const verifiedFields: readonly IdentityField[] = ['fullName', 'givenName', 'familyName', 'dateOfBirth', 'country']

export interface EidasChoices {
  readonly verifiedDaysAgo: number
  /** Days until the passport expires; negative when it has. */
  readonly passportDays?: number
  readonly status?: Verification['status']
}

/** A video session at the eIDAS verifier, on a passport. */
export const eidas = (
  moments: Moments,
  { verifiedDaysAgo, passportDays = 1500, status = 'active' }: EidasChoices,
): Verification => ({
  trustFramework: 'eidas',
  assuranceLevel: 'high',
  verificationProcess: 'video-session',
  time: moments.daysAgo(verifiedDaysAgo),
  verifier: { organization: 'eidas-verifier.veridonia.example' },
  evidence: [
    {
      type: 'document',
      check_details: [
        {
          check_method: 'vpip',
          organization: 'eidas-verifier.veridonia.example',
          time: moments.daysAgo(verifiedDaysAgo),
        },
      ],
      document_details: {
        type: 'passport',
        issuer: { name: 'Republic of Westalis', country_code: 'XWS' },
        date_of_issuance: moments.dateIn(passportDays - 3650),
        date_of_expiry: moments.dateIn(passportDays),
      },
    },
  ],
  fields: verifiedFields,
  status,
})

/** A visit to the national identity verifier of Westalis, on the national identity card. */
export const westalisNid = (moments: Moments, verifiedDaysAgo: number): Verification => ({
  trustFramework: 'westalis-nid',
  assuranceLevel: 'standard',
  verificationProcess: 'counter',
  time: moments.daysAgo(verifiedDaysAgo),
  verifier: { organization: 'nid-verifier.westalis.example' },
  evidence: [
    {
      type: 'document',
      check_details: [
        { check_method: 'pipp', organization: 'nid-verifier.westalis.example', time: moments.daysAgo(verifiedDaysAgo) },
      ],
      document_details: {
        type: 'idcard',
        issuer: { name: 'Westalis National Identity Office', country_code: 'XWS' },
        date_of_issuance: moments.dateIn(-700),
        date_of_expiry: moments.dateIn(2900),
      },
    },
  ],
  fields: verifiedFields,
  status: 'active',
})
