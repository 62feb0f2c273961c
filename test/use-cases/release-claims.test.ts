import { describe, expect, it } from 'vitest'
import type { Act } from '../../shared/domain/policy/service.ts'
import { Fault } from '../../shared/kernel/fault.ts'
import { anAct, aService, noon, strictAcceptance } from '../support/builders.ts'
import { aHouseWithSomebody } from './back-channel.ts'

const verifiedClaims = (claims: Readonly<Record<string, string>>) => ({
  verification: {
    trust_framework: 'eidas',
    assurance_level: 'high',
    time: '2026-11-04T09:30Z',
    evidence: [
      {
        type: 'document',
        check_details: [{ check_method: 'vpiruv', organization: 'eidas-verifier.veridonia.example' }],
        document_details: { type: 'passport', date_of_expiry: '2031-05-01' },
      },
    ],
  },
  claims,
})

const person = { name: 'Test Person', country: 'WS', birthdate: '1990/01/31' }

/** The bank with another act, asked for what the login brought: what is verified, and an e-mail address. */
const withAct = async (act: Act, ...verified: readonly Readonly<Record<string, string>>[]) => {
  const there = await aHouseWithSomebody({}, (house) => {
    house.provider.lies.userInfo = {
      verified_claims: (verified.length === 0 ? [person] : verified).map(verifiedClaims),
    }
  })
  const find = there.house.world.services.find
  const service = aService({ acts: { 'open-account': act } })
  there.house.world.services.find = (id) => (id === 'omera-bank' ? service : find(id))
  return there
}

describe('released claims', () => {
  it('are those the act names, each with how it was verified', async () => {
    const { house, asked } = await withAct(anAct({ claims: { email: 'voluntary' } }))
    expect(await house.releaseClaims(asked)).toMatchObject({
      ok: true,
      value: {
        claims: { email: 'one@example.org' },
        verifiedClaims: [
          {
            verification: { trustFramework: 'eidas', assuranceLevel: 'high' },
            claims: { name: 'Test Person', country: 'WS', birthdate: '1990-01-31' },
          },
        ],
      },
    })
    expect(house.store.audit.at(-1)).toMatchObject({
      event: 'claims-released',
      claims: ['birthdate', 'country', 'email', 'name'],
    })
  })

  it('are no others, and what is not named is not opened', async () => {
    const { house, asked } = await withAct(
      anAct({ accept: [{ ...strictAcceptance, claims: { country: 'essential' } }] }),
    )
    const opened: string[] = []
    const { open } = house.world.sealer
    const world = {
      ...house.world,
      sealer: {
        ...house.world.sealer,
        open: (...[key, place, sealed]: Parameters<typeof open>) => {
          opened.push(place.claim)
          return open(key, place, sealed)
        },
      },
    }
    const { releaseClaims } = await import('../../shared/use-cases/release-claims.ts')
    const released = await releaseClaims(world)(asked)
    expect(released).toMatchObject({ ok: true, value: { claims: {} } })
    expect(released.ok && released.value.verifiedClaims.map(({ claims }) => claims)).toEqual([{ country: 'WS' }])
    expect(opened).toEqual(['country'])
  })

  it('say whether somebody is of age, and not when the birthday is', async () => {
    const claims = { age_over_18: 'essential', age_over_65: 'voluntary' } as const
    const { house, asked } = await withAct(anAct({ accept: [{ ...strictAcceptance, claims }] }))
    const released = await house.releaseClaims(asked)
    expect(released.ok && released.value.verifiedClaims.map((object) => object.claims)).toEqual([
      { age_over_18: true, age_over_65: false },
    ])
    expect(JSON.stringify(released)).not.toContain('1990')
    expect(house.store.audit.at(-1)).toMatchObject({ claims: ['age_over_18', 'age_over_65'] })
  })

  it('leave out what two verifications contradict each other about, and what is made of it', async () => {
    const claims = { country: 'essential', age_over_18: 'voluntary', birthdate: 'voluntary' } as const
    const act = anAct({ accept: [{ ...strictAcceptance, claims }] })
    const { house, asked } = await withAct(act, person, { ...person, birthdate: '2015/01/31' })
    const released = await house.releaseClaims(asked)
    expect(released.ok && released.value.verifiedClaims.map((object) => object.claims)).toEqual([
      { country: 'WS' },
      { country: 'WS' },
    ])
  })

  it('leave with their verification when the act wants them plainly and they came verified', async () => {
    const { authentication } = anAct()
    const { house, asked } = await withAct({ authentication, claims: { name: 'essential', age_over_18: 'voluntary' } })
    expect(await house.releaseClaims(asked)).toMatchObject({
      value: { claims: {}, verifiedClaims: [{ claims: { name: 'Test Person', age_over_18: true } }] },
    })
  })

  it('cost one key, and none when nothing is released', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const { open } = house.world.subjectKeyring
    let opened = 0
    house.world.subjectKeyring.open = (subject) => {
      opened += 1
      return open(subject)
    }
    await house.releaseClaims(asked)
    expect(opened).toBe(1)
    house.time.now = noon + 3600_000
    const withheld = await house.releaseClaims(asked)
    expect(withheld).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'act-not-permitted' }, judged: { decision: { outcome: 're-authenticate' } } },
    })
    expect(opened).toBe(1)
    expect(house.store.audit.at(-1)).toMatchObject({ event: 'decision-made', outcome: 're-authenticate' })
  })

  it('do not leave when the audit trail did not take them', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.world.auditTrail.record = () => Promise.reject(new Fault('store-unavailable', 'ThrottlingException'))
    expect(await house.releaseClaims(asked)).toEqual({
      ok: false,
      refusal: { refusal: { code: 'store-unavailable', detail: 'ThrottlingException' } },
    })
  })
})
