import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMoment, rfc3339 } from '../../../shared/domain/verified-claims/moment.ts'
import { readVerifiedClaims } from '../../../shared/domain/verified-claims/read.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'

const read = (verified_claims: unknown) =>
  readVerifiedClaims({ iss: 'https://esignet.example', verified_claims }, esignet18)
const full = {
  verification: {
    trust_framework: 'eidas',
    assurance_level: 'high',
    time: '2026-11-04T09:30Z',
    verification_process: 'ref-1',
    unknown_member: true,
    evidence: [
      {
        type: 'document',
        check_details: [
          { check_method: 'vpiruv', organization: 'eidas-verifier.veridonia.example', time: '2026-11-04T09:20Z' },
        ],
        document_details: {
          type: 'passport',
          issuer: { name: 'Westalis Passport Office' },
          date_of_expiry: '2031-05-01',
        },
      },
      { type: 'electronic_record', record: { type: 'population_register', source: { name: 'Registry' } } },
      {
        type: 'vouch',
        attestation: { type: 'written_attestation', voucher: { name: 'Mayor' }, date_of_expiry: '2027-01-01' },
      },
      { type: 'electronic_signature', signature_type: 'qes_eidas', issuer: 'Trust Service' },
      { type: 'something_new', details: {} },
    ],
  },
  claims: { name: 'Test Person', birthdate: '1990/01/31', country: 'WS' },
}

describe('verified claims of any legal shape', () => {
  it('are read in full', () => {
    const result = read([full])
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          origin: 'asserted',
          trustFramework: 'eidas',
          assuranceLevel: 'high',
          time: { at: '2026-11-04T09:30:59Z' },
          verificationProcess: 'ref-1',
          verifiers: ['eidas-verifier.veridonia.example'],
          claimNames: ['birthdate', 'country', 'name'],
          claims: { name: 'Test Person', birthdate: '1990-01-31', country: 'WS' },
        },
      ],
    })
    if (result.ok)
      expect(result.value[0]?.evidence).toEqual([
        {
          type: 'document',
          kind: 'passport',
          issuer: 'Westalis Passport Office',
          expires: '2031-05-01',
          checkMethods: ['vpiruv'],
        },
        { type: 'electronic_record', kind: 'population_register', issuer: 'Registry', checkMethods: [] },
        { type: 'vouch', kind: 'written_attestation', issuer: 'Mayor', expires: '2027-01-01', checkMethods: [] },
        { type: 'electronic_signature', kind: 'qes_eidas', issuer: 'Trust Service', checkMethods: [] },
      ])
  })

  it.each([
    ['none', undefined, 0],
    ['null', null, 0],
    ['one object', full, 1],
    ['an empty list', [], 0],
    ['a list', [full, { ...full, claims: { name: 'Other' } }], 2],
    ['empty claims, which is verification without data', { ...full, claims: {} }, 1],
  ])('%s', (_, value, count) => {
    const result = read(value)
    expect(result.ok && result.value.length).toBe(count)
  })

  it('as the mock identity system emits them: a framework and a time without zone', () => {
    const result = read([
      {
        verification: { trust_framework: 'westalis-nid', time: '2026-05-01T09:30:00.123456' },
        claims: { 'name#eng': 'One' },
      },
    ])
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          trustFramework: 'westalis-nid',
          time: { at: '2026-05-01T09:30:00Z', zoneAssumed: true },
          verifiers: ['https://esignet.example'],
          claimNames: ['name'],
          claims: { 'name#en': 'One' },
        },
      ],
    })
  })

  it.each([
    ['a text', 'verified'],
    ['a number in the list', [full, 7]],
    ['no verification', { claims: {} }],
    ['no claims', { verification: full.verification }],
    ['no trust framework', { verification: { time: '2026-05-01T09:30Z' }, claims: {} }],
    ['a trust framework that is no text', { verification: { trust_framework: { value: 'eidas' } }, claims: {} }],
    ['a trust framework of no letters', { verification: { trust_framework: '' }, claims: {} }],
    ['a trust framework without end', { verification: { trust_framework: 'x'.repeat(1025) }, claims: {} }],
    ['claims in a list', { verification: full.verification, claims: ['name'] }],
    ['more than anybody needs', Array.from({ length: 33 }, () => full)],
  ])('%s are refused', (_, value) => {
    expect(read(value)).toMatchObject({ ok: false, refusal: { code: 'verified-claims-malformed' } })
  })

  it('may be thirty-two, each of a framework with a long name, and say nothing more', () => {
    const bare = { verification: { trust_framework: 'x'.repeat(1024) }, claims: { name: 'One' } }
    const each = (_: unknown, n: number) => ({ ...bare, note: n })
    const result = read(Array.from({ length: 32 }, each))
    expect(result.ok && result.value).toHaveLength(32)
    expect(result.ok && result.value[0]).toStrictEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      origin: 'asserted',
      trustFramework: bare.verification.trust_framework,
      verifiers: ['https://esignet.example'],
      evidence: [],
      claimNames: ['name'],
      claims: { name: 'One' },
    })
    expect(read(Array.from({ length: 33 }, each))).toMatchObject({ refusal: { detail: 'too many objects' } })
  })

  it('are one when they come twice, in whatever order of members', () => {
    const turned = { claims: full.claims, verification: full.verification }
    const other = { ...full, claims: { country: 'WS' } }
    const idsOf = (value: unknown) => {
      const result = read(value)
      return result.ok ? result.value.map(({ id }) => id) : []
    }
    expect(idsOf([full, other, turned])).toEqual([...idsOf(full), ...idsOf(other)])
    expect(new Set(idsOf([full, other, turned])).size).toBe(2)
  })

  it('keep their id whatever the order of their members, and change it with any value', () => {
    const turned = {
      claims: full.claims,
      verification: Object.fromEntries(Object.entries(full.verification).reverse()),
    }
    const idOf = (value: unknown) => {
      const result = read(value)
      return result.ok ? result.value[0]?.id : undefined
    }
    expect(idOf(turned)).toBe(idOf(full))
    expect(idOf({ ...full, claims: { ...full.claims, name: 'Tost Person' } })).not.toBe(idOf(full))
  })

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        read(value)
        read([
          {
            verification: { trust_framework: 'eidas', evidence: value, time: value, assurance_level: value },
            claims: { name: value },
          },
        ])
      }),
    )
  })
})

describe('a time', () => {
  it.each([
    ['2026-11-04T09:30:00Z', '2026-11-04T09:30:00Z'],
    ['2026-11-04T09:30Z', '2026-11-04T09:30:59Z'],
    ['2026-11-04T09:30+02:00', '2026-11-04T07:30:59Z'],
    ['2026-11-04T23:30:10.5-05:00', '2026-11-05T04:30:10Z'],
    ['2026-11-04T09:30+23:00', '2026-11-03T10:30:59Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ])('%s is %s', (text, at) => {
    expect(readMoment(text, 'refuse')).toEqual({ at })
  })
  it.each([
    '2026-02-30T09:30Z',
    '2026-13-01T09:30Z',
    '2026-11-04 09:30Z',
    'on 2026-11-04T09:30Z',
    '2026-11-04T09:30Z or so',
    '9999-12-31T23:59:59-01:00',
    ['2026-11-04T09:30Z'],
    '2026-11-04',
    '9:30',
    '',
    7,
    null,
    '2026-11-04T25:00Z',
  ])('%j is none', (text) => {
    expect(readMoment(text, 'read-as-utc')).toBeUndefined()
  })
  it('of an end that never comes is the last there is', () => {
    const never = Date.parse('9999-12-31T00:00:00Z') + 24 * 60 * 60_000
    expect(rfc3339(never)).toBe('9999-12-31T23:59:59Z')
    expect(rfc3339(Date.parse('9999-12-31T23:59:58Z'))).toBe('9999-12-31T23:59:58Z')
  })
  it('without zone is read as UTC and says so, or refused', () => {
    expect(readMoment('2026-05-01T09:30', 'read-as-utc')).toEqual({ at: '2026-05-01T09:30:59Z', zoneAssumed: true })
    expect(readMoment('2026-05-01T09:30', 'refuse')).toBeUndefined()
  })
})
