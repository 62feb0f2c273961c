import type { Identity } from '../../../sandbox/esignet/identity.ts'

const passport = {
  type: 'document',
  check_details: [{ check_method: 'vpip', organization: 'eIDAS verifier', time: '2026-05-01T09:20Z' }],
  document_details: {
    type: 'passport',
    issuer: { name: 'Westalis Passport Office', country_code: 'WST' },
    date_of_issuance: '2021-02-03',
    date_of_expiry: '2031-02-02',
  },
} as const

/** One verification under each framework, covering different fields. */
export const asha: Identity = {
  persona: 'two-frameworks',
  title: 'Asha Moreau',
  description: 'Verified by the Westalis NID verifier and by the eIDAS verifier.',
  individualId: '1000000001',
  pin: '545411',
  email: 'asha@people.example',
  phone: '+85500112233',
  fullName: [
    { language: 'eng', value: 'Asha Moreau' },
    { language: 'khm', value: 'អាសា' },
  ],
  givenName: 'Asha',
  familyName: 'Moreau',
  gender: [{ language: 'eng', value: 'Female' }],
  dateOfBirth: '1990/01/31',
  country: 'Westalis',
  address: { streetAddress: '1 Example Street', locality: 'Sampletown', region: 'Region A', country: 'Westalis' },
  preferredLang: 'eng',
  verifications: [
    {
      trustFramework: 'westalis-nid',
      assuranceLevel: 'standard',
      time: '2026-03-01T08:00:00Z',
      verifier: { organization: 'Westalis NID verifier' },
      evidence: [],
      fields: ['fullName', 'dateOfBirth'],
      status: 'active',
    },
    {
      trustFramework: 'eidas',
      assuranceLevel: 'high',
      time: '2026-05-01T09:30:15.250Z',
      verifier: { organization: 'eIDAS verifier' },
      evidence: [passport],
      fields: ['fullName', 'country', 'email'],
      status: 'active',
    },
    {
      trustFramework: 'old-scheme',
      assuranceLevel: 'high',
      time: '2026-05-01T09:30:15Z',
      verifier: { organization: 'Old scheme' },
      evidence: [],
      fields: ['fullName', 'gender'],
      status: 'revoked',
    },
  ],
}

export const bruno: Identity = {
  persona: 'no-email',
  title: 'Bruno Silva',
  description: 'Has neither an e-mail address nor a telephone.',
  individualId: '1000000002',
  pin: '111222',
  fullName: [{ language: 'eng', value: 'Bruno Silva' }],
  dateOfBirth: '1985/06/15',
  country: 'Westalis',
  preferredLang: 'eng',
  verifications: [],
}

export const carla: Identity = {
  persona: 'blocked',
  title: 'Carla Petrova',
  description: 'Blocked after too many wrong codes.',
  individualId: '1000000003',
  pin: '333444',
  email: 'carla@people.example',
  fullName: [{ language: 'eng', value: 'Carla Petrova' }],
  dateOfBirth: '1979/11/02',
  country: 'Westalis',
  preferredLang: 'eng',
  blocked: true,
  verifications: [],
}

export const people = [asha, bruno, carla]
