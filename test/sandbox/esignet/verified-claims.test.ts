import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, type Party } from './login.ts'
import { bruno, people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let party: Party
beforeAll(async () => {
  const now = () => new Date()
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', now })
  party = await newRelyingParty(esignet.url)
})
afterAll(() => esignet.close())

const essential = { essential: true }
const requested = (verified_claims: unknown, plain: object = {}) =>
  party.authorization({ claims: JSON.stringify({ userinfo: { ...plain, verified_claims } }) })
const released = async (verified_claims: unknown, plain: object = {}) =>
  (await identify(party, requested(verified_claims, plain))).userinfo

const evidence = [
  { type: { value: 'document' }, check_details: [{ organization: null }], document_details: { date_of_expiry: null } },
]
const everything = { trust_framework: { value: 'eidas' }, assurance_level: null, time: null, evidence }

describe('as the stock identity system', () => {
  beforeEach(() => esignet.setVerificationMetadata('as-mock'))

  test('only framework and zone-less time come back, whatever was asked', async () => {
    const { verified_claims: verified } = await released({ verification: everything, claims: { name: essential } })
    expect(verified).toEqual([
      {
        verification: { trust_framework: 'eidas', time: expect.stringMatching(/^2026-05-01T09:30:15\.\d{6}$/) },
        claims: { name: 'Asha Moreau' },
      },
    ])
  })

  test('assurance level and age are not filtered', async () => {
    const verification = { trust_framework: null, assurance_level: { value: 'none-has-this' }, time: { max_age: 0 } }
    const { verified_claims: verified } = await released({ verification, claims: { name: null } })
    expect(verified).toHaveLength(1)
  })

  test('the first matching row stamps claims of all frameworks', async () => {
    const { verified_claims: verified } = await released({
      verification: { trust_framework: { values: ['eidas', 'westalis-nid'] } },
      claims: { name: null, country: null },
    })
    expect(verified).toMatchObject([
      { verification: { trust_framework: 'westalis-nid' }, claims: { name: 'Asha Moreau', country: 'Westalis' } },
    ])
  })

  test('a revoked verification is never released', async () => {
    const verification = { trust_framework: { value: 'old-scheme' } }
    expect(await released({ verification, claims: { name: null } })).not.toHaveProperty('verified_claims')
  })

  test('a two-letter locale yields empty strings on this path', async () => {
    const verified = { verification: { trust_framework: null }, claims: { name: null } }
    const form = { ...requested(verified), claims_locales: 'en' }
    const { userinfo } = await identify(party, form)
    expect(userinfo.verified_claims).toMatchObject([{ claims: { name: '' } }])
  })
})

describe('as OIDC4IDA', () => {
  beforeEach(() => esignet.setVerificationMetadata('oidc4ida'))

  test('each matching verification is one entry, with the requested members and no others', async () => {
    const userinfo = await released([
      { verification: everything, claims: { name: essential, country: essential } },
      {
        verification: { trust_framework: { value: 'westalis-nid' }, assurance_level: null },
        claims: { birthdate: null },
      },
    ])
    expect(userinfo.verified_claims).toEqual([
      {
        verification: {
          trust_framework: 'eidas',
          assurance_level: 'high',
          time: '2026-05-01T09:30Z',
          evidence: [
            {
              type: 'document',
              check_details: [{ organization: 'eIDAS verifier' }],
              document_details: { date_of_expiry: '2031-02-02' },
            },
          ],
        },
        claims: { name: 'Asha Moreau', country: 'Westalis' },
      },
      {
        verification: { trust_framework: 'westalis-nid', assurance_level: 'standard' },
        claims: { birthdate: '1990/01/31' },
      },
    ])
    expect(userinfo).not.toHaveProperty('name')
  })

  test('two frameworks that match one request give two entries', async () => {
    const userinfo = await released({ verification: { trust_framework: null }, claims: { name: null } })
    expect(userinfo.verified_claims).toEqual([
      { verification: { trust_framework: 'westalis-nid' }, claims: { name: 'Asha Moreau' } },
      { verification: { trust_framework: 'eidas' }, claims: { name: 'Asha Moreau' } },
    ])
  })

  test.each([
    ['framework', { trust_framework: { value: 'old-scheme' } }],
    ['level', { trust_framework: null, assurance_level: { values: ['substantial'] } }],
    ['age', { trust_framework: null, time: { max_age: 1 } }],
    ['evidence type', { trust_framework: null, evidence: [{ type: { value: 'vouch' } }] }],
  ])('an unmet %s is omitted without a word', async (_what, verification) => {
    const userinfo = await released({ verification, claims: { name: essential } }, { email: essential })
    expect(userinfo).not.toHaveProperty('verified_claims')
    expect(userinfo).not.toHaveProperty('name')
    expect(userinfo.email).toBe('asha@people.example')
  })
})

test('a verified request takes the place of the plain one of the same name', async () => {
  const userinfo = await released(
    { verification: { trust_framework: { value: 'nobody-has-it' } }, claims: { name: null } },
    { name: essential },
  )
  expect(userinfo).not.toHaveProperty('name')
})

test('somebody without any verification logs in all the same', async () => {
  const verified = { verification: { trust_framework: null }, claims: { name: essential } }
  const { userinfo, steps } = await identify(party, requested(verified), {
    individualId: bruno.individualId,
    pin: bruno.pin,
  })
  expect(userinfo).not.toHaveProperty('verified_claims')
  expect(steps.map((step) => step.what)).toContainEqual(expect.stringContaining('claim-details'))
})

test.each([
  ['invalid_claim', { verification: { trust_framework: null, evidence: null }, claims: { name: null } }],
  ['invalid_claim', { verification: {}, claims: { name: null } }],
  ['invalid_claim', { verification: { trust_framework: { value: 'xy' } }, claims: { name: null } }],
  ['invalid_claim', { verification: { trust_framework: null }, claims: { name: null }, purpose: 'because' }],
  ['invalid_claim', { verification: { trust_framework: null, time: { max_age: -1 } }, claims: { name: null } }],
  ['invalid_verification', { claims: { name: null } }],
  ['invalid_verified_claims', { verification: { trust_framework: null }, claims: {} }],
  ['invalid_verified_claims', 17],
])('%s: %j', async (code, verified) => {
  await expect(identify(party, requested(verified))).rejects.toThrow(code)
})
