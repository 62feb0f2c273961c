import { describe, expect, it } from 'vitest'
import { serviceSchema } from '../../../shared/adapters/service-files/schema.ts'
import { compileAct } from '../../../shared/domain/policy/authorization-request.ts'
import type { Acceptance, Act } from '../../../shared/domain/policy/service.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'
import { esignet20 } from '../../../shared/providers/esignet/release-2.0.ts'
import { serviceFiles } from '../../../shared/wiring/services.ts'
import { anAct, strictAcceptance } from '../../support/builders.ts'
import { entriesOf } from './support/asked.ts'

describe('what an act asks for', () => {
  it('is the claims it needs, with their verification, and the factors it accepts', () => {
    expect(compileAct(anAct({ claims: { email: 'voluntary' } }), esignet18)).toEqual({
      scope: 'openid',
      acrValues: ['mosip:idp:acr:generated-code'],
      claims: {
        userinfo: {
          email: null,
          verified_claims: {
            verification: {
              trust_framework: { value: 'eidas' },
              assurance_level: null,
              time: null,
              verification_process: null,
              evidence: [
                {
                  type: { value: 'document' },
                  check_details: [{ check_method: null, organization: null, time: null }],
                  document_details: { type: null, issuer: { name: null }, date_of_expiry: null },
                },
              ],
            },
            claims: { name: { essential: true }, country: { essential: true }, birthdate: null },
          },
        },
        id_token: { acr: { values: ['mosip:idp:acr:generated-code'] } },
      },
    })
  })

  it('is an object for one alternative and a list for several', () => {
    const other = { ...strictAcceptance, trustFrameworks: ['westalis-nid', 'omnia'] }
    const { userinfo } = compileAct(anAct({ accept: [strictAcceptance, other] }), esignet18).claims
    expect(userinfo['verified_claims']).toMatchObject([
      { verification: { trust_framework: { value: 'eidas' } } },
      { verification: { trust_framework: { values: ['westalis-nid', 'omnia'] } } },
    ])
  })

  it('holds no verified claims where the act needs none', () => {
    const { accept: _accept, ...act } = anAct()
    expect(compileAct(act, esignet18).claims.userinfo).toEqual({})
  })

  it('asks for the evidence the act accepts, or for any, because what is not asked for makes the object vanish', () => {
    const typesIn = (accept: Acceptance) => {
      const [entry] = entriesOf(compileAct(anAct({ accept: [accept] }), esignet18))
      return entry?.verification.evidence?.map(({ type }) => type.value)
    }
    const { evidence: _evidence, ...silent } = strictAcceptance
    expect(typesIn(strictAcceptance)).toEqual(['document'])
    expect(typesIn({ ...strictAcceptance, evidence: { anyOf: [{ type: 'vouch' }] } })).toEqual(['vouch'])
    expect(typesIn(silent)).toEqual(['document', 'electronic_record', 'vouch', 'electronic_signature'])
  })

  it('asks a release without verified claims for the same claims plainly, each as strongly as anything needs it', () => {
    const accept = [
      { trustFrameworks: ['eidas'], claims: { name: 'essential', country: 'voluntary' } },
      { trustFrameworks: ['westalis-nid'], claims: { name: 'voluntary', country: 'essential' } },
    ] as const
    const userinfoOf = (act: Act) => compileAct(act, esignet20).claims.userinfo
    expect(userinfoOf(anAct({ accept, claims: { email: 'voluntary' } }))).toEqual({
      name: { essential: true },
      country: { essential: true },
      email: null,
    })
    const { accept: _accept, ...bare } = anAct()
    expect(userinfoOf(bare)).toEqual({})
  })

  const acts = Object.values(serviceFiles).flatMap((file) => {
    const service = serviceSchema.parse(file)
    return Object.entries(service.acts).map(([name, act]): [string, typeof act] => [`${service.id}/${name}`, act])
  })
  it.each(acts)('avoids the traps of eSignet in %s', (_, act) => {
    const text = JSON.stringify(compileAct(act, esignet18).claims)
    expect(text).not.toContain('%')
    expect(text.length).toBeLessThan(2048)
    // An act without claims asks for none; anywhere else an empty constraint matches nothing.
    expect(text.replace('"userinfo":{}', '')).not.toContain('{}')
    expect(text).not.toMatch(/"(trust_framework|assurance_level|time|verification_process)":\{"essential"/)
  })
})
