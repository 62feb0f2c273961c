import { describe, expect, it } from 'vitest'
import { readEvidence } from '../../../shared/domain/verified-claims/evidence.ts'

describe('evidence', () => {
  it('says only what it says', () => {
    expect(readEvidence([{ type: 'document' }, { type: 'vouch', attestation: 'a letter' }])).toStrictEqual({
      evidence: [
        { type: 'document', checkMethods: [] },
        { type: 'vouch', checkMethods: [] },
      ],
      organisations: [],
    })
  })

  it.each([
    ['no list', 'document'],
    ['a list of nothing', [null, 'document', 7]],
    ['of a type that is no text', [{ type: ['document'] }, { type: 7 }]],
    ['of a type that every object has', [{ type: 'constructor' }]],
  ])('that is %s is none', (_, value) => {
    expect(readEvidence(value)).toEqual({ evidence: [], organisations: [] })
  })

  it('names each organisation once, whatever stands beside its checks', () => {
    const check_details = [
      null,
      'vpip',
      { check_method: 'vpip', organization: 'one.example' },
      { organization: 'two.example' },
      { check_method: 'bvr', organization: 'one.example' },
      {},
    ]
    expect(readEvidence([{ type: 'document', check_details }])).toEqual({
      evidence: [{ type: 'document', checkMethods: ['vpip', 'bvr'] }],
      organisations: ['one.example', 'two.example'],
    })
  })

  it('names an issuer who has a name', () => {
    const issuerOf = (issuer: unknown) =>
      readEvidence([{ type: 'document', document_details: { issuer } }]).evidence[0]?.issuer
    expect(issuerOf('Westalis')).toBe('Westalis')
    expect(issuerOf({ name: 'Westalis' })).toBe('Westalis')
    expect(issuerOf({ country: 'WS' })).toBeUndefined()
    expect(issuerOf(7)).toBeUndefined()
  })

  it('of a signature has no expiry, whatever a member is called', () => {
    const [signature] = readEvidence([{ type: 'electronic_signature', undefined: '2031-05-01' }]).evidence
    expect(signature).toStrictEqual({ type: 'electronic_signature', checkMethods: [] })
  })

  it.each(['2031', '2031-05', '2031-5-1', '2031-02-30', '2031-05-01T00:00Z', 'May 2031', '', 7, null])(
    'does not expire on %j, which is no day',
    (date_of_expiry) => {
      const { evidence } = readEvidence([{ type: 'document', document_details: { date_of_expiry } }])
      expect(evidence).toStrictEqual([{ type: 'document', checkMethods: [] }])
    },
  )
})
