import { beforeEach, expect, test } from 'vitest'
import { type ClaimsDoor, claimsHandler } from '../../../functions/claims/handler.ts'
import { claimsShape, problemShape } from '../../../shared/adapters/http/answer-shapes.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import { aService, aVerification, facts } from '../../support/builders.ts'
import { bodyOf, expectGuarded, listening, problemPages, traceId, unreadable } from '../asking.ts'
import { aCall, type Calling } from '../calling.ts'

type Released = Awaited<ReturnType<ClaimsDoor['releaseClaims']>>

const decision = {
  outcome: 'permit',
  requirements: [],
  remedies: [],
  remedy: null,
  validUntil: '2026-11-24T12:30:00Z',
  lapsesFirst: 'authentication',
  satisfiedBy: [],
  actHash: 'the-act',
  factsDigest: 'the-facts',
  contextDigest: 'the-context',
  decidedAt: '2026-11-24T12:00:00Z',
} as const
const judged = { service: aService(), decision, kept: { verified: [] }, facts: facts() }
const released: Released = ok({
  ...judged,
  claims: { email: 'one@example.org' },
  verifiedClaims: [{ verification: aVerification(), until: '2027-11-04T09:30:59Z', claims: { age_over_18: true } }],
})

let asked: Parameters<ClaimsDoor['releaseClaims']>[0][]
let ears: ReturnType<typeof listening>
beforeEach(() => {
  asked = []
  ears = listening()
})

const call = (wish: Calling = {}, end: Released = released) =>
  claimsHandler({
    recogniseCaller: async () => ok({ service: 'omera-bank', scope: ['claims'], jkt: 'j' }),
    releaseClaims: async (question) => {
      asked.push(question)
      return end
    },
    publicUrl: 'https://api.example',
    problemPages,
    log: ears.log,
  })(
    aCall({
      method: 'GET',
      path: '/omera-bank/subjects/p_one/claims',
      subject: 'p_one',
      query: 'act=open-account',
      ...wish,
    }),
  )

test('claims come with how they were verified, and until when that suffices', async () => {
  const answer = await call()
  expect(asked).toEqual([{ service: 'omera-bank', subject: 'p_one', act: 'open-account', traceId }])
  expectGuarded(answer)
  expect(bodyOf(answer)).toEqual({
    subject: 'p_one',
    act: 'open-account',
    validUntil: '2026-11-24T12:30:00Z',
    lapsesFirst: 'authentication',
    claims: { email: 'one@example.org' },
    verifiedClaims: [
      {
        id: 'verification-1',
        origin: 'asserted',
        trustFramework: 'eidas',
        assuranceLevel: 'high',
        verifiers: ['eidas-verifier.veridonia.example'],
        time: '2026-11-04T09:30:59Z',
        evidence: [
          {
            type: 'document',
            document: 'passport',
            issuer: 'Westalis',
            expires: '2031-05-01',
            checkMethods: ['vpiruv'],
          },
        ],
        validUntil: '2027-11-04T09:30:59Z',
        claims: { age_over_18: true },
      },
    ],
    actHash: 'the-act',
    factsDigest: 'the-facts',
    decidedAt: '2026-11-24T12:00:00Z',
  })
  expect(claimsShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(ears.said).toEqual([{ code: 'claims-released', service: 'omera-bank', claims: 2 }])
})

test('an act that is not permitted is refused with what is missing, and no claim', async () => {
  const remedy = { kind: 'consent', consentTo: ['https://vocab.example/purpose/visa'] } as const
  const withheld = { ...judged, decision: { ...decision, outcome: 'consent', remedies: ['consent'], remedy } as const }
  const answer = await call({}, refused({ refusal: refusal('act-not-permitted'), judged: withheld }))
  expect(problemShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(bodyOf(answer)).toEqual({
    type: `${problemPages}act-not-permitted`,
    title: 'The act is not permitted now, so nothing is released for it.',
    status: 403,
    code: 'act-not-permitted',
    traceId,
    outcome: 'consent',
    requirements: [],
    remedy,
  })
})

test.each(['subject-unknown', 'subject-erased', 'key-unavailable'] as const)('%s is told', async (code) => {
  expect(bodyOf(await call({}, refused({ refusal: refusal(code) })))).toMatchObject({ code })
  expect(ears.said).toEqual([{ code: 'request-refused', service: 'omera-bank', refusal: code }])
})

test.each(unreadable('act'))('an act that is %s is refused', async (_, query) => {
  expect(bodyOf(await call({ query }))).toMatchObject({ status: 400, code: 'parameter-invalid' })
  expect(asked).toEqual([])
})

test.each(['', 'p one', 'x'.repeat(129), 'é'])('the subject %j is one nobody has', async (subject) => {
  await call({ subject })
  expect(asked).toMatchObject([{ subject: '-' }])
})
