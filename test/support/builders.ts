import type { Identity, VerifiedIdentity } from '../../shared/domain/claims/judge-identity.ts'
import type { LoginTransaction } from '../../shared/domain/login/transaction.ts'
import type { Facts } from '../../shared/domain/policy/decision.ts'
import type { Acceptance, Act, Service, Vocabulary } from '../../shared/domain/policy/service.ts'
import type { Session } from '../../shared/domain/session/session.ts'
import { keyIdOf, type SealedClaims } from '../../shared/domain/verified-claims/sealed-claims.ts'
import type { Verification } from '../../shared/domain/verified-claims/verified-claims.ts'
import type { LoginRecord } from '../../shared/ports/login-records.ts'

/** Everything in tests happens around this moment. */
export const noon = Date.parse('2026-11-24T12:00:00Z')
export const noonSeconds = noon / 1000

export const aLogin = (wish: Partial<LoginTransaction> = {}): LoginTransaction => ({
  stateHash: 'state-hash',
  browserHash: 'browser-hash',
  service: 'omera-bank',
  act: 'open-account',
  provider: 'esignet-veridonia',
  returnTo: 'https://bank.example/account',
  nonce: 'the-nonce',
  codeVerifier: 'the-verifier',
  redirectUri: 'https://api.example/omera-bank/callback',
  acrValues: ['mosip:idp:acr:generated-code'],
  createdAt: noonSeconds,
  expiresAt: noonSeconds + 3600,
  ...wish,
})

export const aVerification = (wish: Partial<Verification> = {}): Verification => ({
  id: 'verification-1',
  origin: 'asserted',
  trustFramework: 'eidas',
  assuranceLevel: 'high',
  time: { at: '2026-11-04T09:30:59Z' },
  verifiers: ['eidas-verifier.veridonia.example'],
  evidence: [
    { type: 'document', kind: 'passport', issuer: 'Westalis', expires: '2031-05-01', checkMethods: ['vpiruv'] },
  ],
  claimNames: ['birthdate', 'country', 'name'],
  ...wish,
})

/** A verification that lacks some members altogether. */
export const without = <Member extends 'assuranceLevel' | 'time' | 'verificationProcess'>(
  verification: Verification,
  ...members: readonly Member[]
): Verification => {
  const copy = { ...verification }
  for (const member of members) delete copy[member]
  return copy
}

export const facts = (wish: Partial<Facts> = {}): Facts => ({
  authentication: { acr: ['mosip:idp:acr:generated-code'], authTime: noonSeconds - 60 },
  claimNames: ['email'],
  verifications: [aVerification()],
  ...wish,
})

export const vocabulary: Vocabulary = {
  trustFrameworks: {
    eidas: { name: 'eIDAS', levels: ['low', 'substantial', 'high'] },
    'westalis-nid': { name: 'Westalis', levels: ['standard'] },
  },
}

export const strictAcceptance: Acceptance = {
  trustFrameworks: ['eidas'],
  assuranceLevel: { atLeast: 'substantial' },
  verifiedWithin: 'P1Y',
  verifiers: ['eidas-verifier.veridonia.example'],
  evidence: { anyOf: [{ type: 'document', documents: ['passport', 'idcard'] }], notExpired: true },
  claims: { name: 'essential', country: 'essential', birthdate: 'voluntary' },
}

export const anAct = (wish: Partial<Act> = {}): Act => ({
  authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT30M' },
  accept: [strictAcceptance],
  ...wish,
})

export const aService = (wish: Partial<Service> = {}): Service => ({
  id: 'omera-bank',
  name: { en: 'Omera Bank' },
  provider: 'esignet-veridonia',
  client: { id: 'omera-bank-client', relyingPartyId: 'omera-bank' },
  returnTo: ['/'],
  purpose: 'https://vocab.example/purpose/account-opening',
  retention: 'P5Y',
  session: { maxAge: 'PT8H' },
  acts: {
    'open-account': anAct(),
    'sign-in': { authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT8H' } },
  },
  ...wish,
})

export const aSession = (wish: Partial<Session> = {}): Session => ({
  sessionHash: 'session-hash',
  service: 'omera-bank',
  subject: 'p_subject',
  act: 'open-account',
  acr: ['mosip:idp:acr:generated-code'],
  authTime: noonSeconds - 60,
  facts: ['verification-1'],
  claimNames: ['email'],
  factsDigest: 'digest',
  createdAt: noonSeconds,
  expiresAt: noonSeconds + 3600,
  ...wish,
})

export const sealed = (wish: Partial<SealedClaims> = {}): SealedClaims => ({
  service: 'omera-bank',
  subject: 'p_subject',
  verification: aVerification(),
  values: { name: 'sealed-name' },
  keyId: keyIdOf('d3JhcHBlZA'),
  receivedAt: '2026-11-24T12:00:00Z',
  ...wish,
})

export const aRecord = (wish: Partial<LoginRecord> = {}): LoginRecord => ({
  stateHash: 'state-hash',
  session: aSession(),
  verifiedClaims: [sealed()],
  plainClaims: { email: 'sealed-email' },
  audit: {
    event: 'login-completed',
    at: '2026-11-24T12:00:00.000Z',
    id: 'event-1',
    service: 'omera-bank',
    traceId: 'trace-1',
    act: 'open-account',
    subject: 'p_subject',
    outcome: 'permit',
    actHash: 'act',
    factsDigest: 'facts',
  },
  newSubjectKey: 'd3JhcHBlZA',
  keyId: keyIdOf('d3JhcHBlZA'),
  keepUntil: noonSeconds + 86_400,
  ...wish,
})

/** Test-only: sessions accept only what the judge made, and a test of sessions is not a test of the judge. */
export const anIdentity = (wish: Partial<Identity> = {}): VerifiedIdentity =>
  ({
    issuer: 'https://esignet.example',
    providerSubject: 'provider-subject',
    acr: ['mosip:idp:acr:generated-code'],
    authTime: noonSeconds - 60,
    claims: { email: 'one@example.org' },
    verifiedClaims: [{ ...aVerification(), claims: { name: 'Test Person', country: 'WS', birthdate: '1990-01-31' } }],
    ...wish,
  }) as VerifiedIdentity
