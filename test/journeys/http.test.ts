import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { driveLogin } from '../../sandbox/esignet/drive.ts'
import { openBrowser } from '../../sandbox/journey/browser.ts'
import { observe } from '../../sandbox/journey/observer.ts'
import { travel } from '../../sandbox/journey/travel.ts'
import { personas } from '../../sandbox/personas.ts'
import { serviceFiles } from '../../shared/wiring/services.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld, upToCallback } from '../support/practice-world.ts'

const promises = personas(new Date()).flatMap((persona) =>
  Object.entries(persona.expects).map(([where, outcome]) => {
    const [service = '', act = ''] = where.split('/')
    return { persona, service, act, outcome, title: `${persona.key} at ${where}: ${outcome}` }
  }),
)

/** A name in every language it is known in. */
const textsOf = (name: string | readonly { readonly value: string }[]): readonly string[] =>
  typeof name === 'string' ? [name] : name.map(({ value }) => value)

describe.runIf(canRunAws())('the whole login by plain HTTP', () => {
  let practice: PracticeWorld
  beforeAll(async () => {
    practice = await openPracticeWorld()
  })
  afterAll(async () => {
    await practice?.close()
  })

  it.each(promises)('ends as promised: $title', async ({ persona, service, act, outcome }) => {
    const world = await observe(practice.world.urls.home)
    expect((await travel({ world, service, act, persona })).outcome).toBe(outcome)
  })

  it('brings verified claims with who verified them, and how, to the portal that may know', async () => {
    const { browser, redirectTo } = await upToCallback(practice)
    const welcome = await browser.visit(redirectTo)
    expect(welcome.status).toBe(303)
    expect(welcome.headers.get('location')).toBe(`${practice.world.urls.portals['omera-bank']}/account`)
    const session = await browser.ask(`${practice.world.urls.api}/omera-bank/session`)
    expect(session.headers.get('cache-control')).toBe('no-store')
    expect(await session.json()).toMatchObject({
      service: 'omera-bank',
      act: 'open-account',
      acts: { 'open-account': { outcome: 'permit' }, 'sign-in': { outcome: 'permit' } },
      verifiedClaims: [
        {
          trustFramework: 'eidas',
          assuranceLevel: 'high',
          verifiers: ['eidas-verifier.veridonia.example'],
          origin: 'asserted',
          evidence: [{ type: 'document', document: 'passport' }],
          claims: { name: expect.any(String), country: expect.any(String) },
          satisfies: ['open-account'],
        },
      ],
    })
  })

  it('sends nothing but a client id and a request URI through the browser', async () => {
    const { authorizeUrl } = await upToCallback(practice)
    expect([...new URL(authorizeUrl).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
  })

  it('sets cookies that no script, no other host and no stranger page can use', async () => {
    const { browser, entrance, redirectTo } = await upToCallback(practice)
    const welcome = await browser.visit(redirectTo)
    const lines = [...entrance.headers.getSetCookie(), ...welcome.headers.getSetCookie()]
    expect(lines.map((line) => line.split('=', 1)[0])).toEqual(['__Host-omera-bank-login', '__Host-omera-bank-session'])
    for (const line of lines) expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
  })

  it('keeps claims sealed, tokens nowhere, and the state only as a hash', async () => {
    const { person, redirectTo } = await upToCallback(practice).then(async (trip) => {
      await trip.browser.visit(trip.redirectTo)
      return trip
    })
    const callback = new URL(redirectTo).searchParams
    const tables = ['login-transactions', 'sessions', 'verified-claims', 'subject-keys', 'audit']
    const everything = JSON.stringify(await Promise.all(tables.map((table) => practice.rows(table))))
    const { individualId, email, dateOfBirth, fullName } = { email: undefined, ...person.identity }
    const secrets = [
      callback.get('state'),
      callback.get('code'),
      individualId,
      email,
      dateOfBirth,
      dateOfBirth?.replaceAll('/', '-'),
      ...textsOf(fullName),
    ]
    for (const secret of secrets) if (secret) expect(everything, secret).not.toContain(secret)
    expect(everything).toContain('eidas')
  })

  it('says nothing personal in any log', async () => {
    const cookies: string[] = []
    const { browser, entrance, person, redirectTo } = await upToCallback(practice)
    const welcome = await browser.visit(redirectTo)
    const session = await browser.ask(`${practice.world.urls.api}/omera-bank/session`)
    const { subject } = (await session.json()) as { subject: string }
    for (const line of [...entrance.headers.getSetCookie(), ...welcome.headers.getSetCookie()])
      cookies.push(...(line.split(';')[0]?.split('=')[1] ?? '').split('.').filter((part) => part !== ''))
    const callback = new URL(redirectTo).searchParams
    const { individualId, email, dateOfBirth, fullName } = { email: undefined, ...person.identity }
    const canaries = [
      ...cookies,
      callback.get('state'),
      callback.get('code'),
      subject,
      individualId,
      email,
      dateOfBirth,
      ...textsOf(fullName),
    ]
    const logs = JSON.stringify(practice.world.logs(5000))
    expect(logs).toContain('login-completed')
    for (const canary of canaries) if (canary) expect(logs, canary).not.toContain(canary)
  })

  it('costs what the river says: three calls of KMS, four of DynamoDB, three of eSignet', async () => {
    // The first login of every function instance also reads discovery and keys; this one does not.
    const persona = practice.world.personas.find(({ key }) => key === 'two-frameworks')
    if (persona === undefined) throw new Error('no such persona')
    const world = await observe(practice.world.urls.home)
    const { calls } = await travel({ world, service: 'omera-bank', act: 'open-account', persona })
    expect(calls).toEqual({ kms: 3, dynamodb: 4, provider: 3 })
  })

  it('is denied nothing by IAM, and uses nothing it is not granted', () => {
    expect(practice.world.denials()).toEqual([])
  })

  it('keeps services apart: the session of one is none at another', async () => {
    const { browser, redirectTo } = await upToCallback(practice)
    await browser.visit(redirectTo)
    const other = await browser.ask(`${practice.world.urls.api}/visa/session`)
    expect(other.status).toBe(401)
    expect(await other.json()).toMatchObject({
      code: 'session-missing',
      login: `${practice.world.urls.api}/visa/login?act=apply`,
    })
  })

  it('shows the session of one service to no page of another', async () => {
    const { browser, redirectTo } = await upToCallback(practice)
    const welcome = await browser.visit(redirectTo)
    const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const askFrom = (origin: string) =>
      fetch(`${practice.world.urls.api}/omera-bank/session`, { headers: { cookie, origin } })
    expect((await askFrom(practice.world.urls.portals['omera-bank'] ?? '')).status).toBe(200)
    const stranger = await askFrom(practice.world.urls.portals['visa'] ?? '')
    expect(stranger.status).toBe(403)
    expect(await stranger.json()).toMatchObject({ code: 'origin-not-allowed' })
  })

  it('gives one person another subject at each service', async () => {
    const browser = openBrowser()
    const subjects: string[] = []
    for (const [service, act] of [
      ['omera-bank', 'open-account'],
      ['visa', 'apply'],
    ] as const) {
      const { redirectTo } = await upToCallback(practice, { service, act, browser })
      await browser.visit(redirectTo)
      const session = await browser.ask(`${practice.world.urls.api}/${service}/session`)
      subjects.push(((await session.json()) as { subject: string }).subject)
    }
    expect(new Set(subjects).size).toBe(2)
  })

  it('speaks with an identity system that says no more than the stock mock', async () => {
    practice.world.esignet.setVerificationMetadata('as-mock')
    try {
      const { browser, redirectTo } = await upToCallback(practice, { service: 'visa', act: 'apply' })
      await browser.visit(redirectTo)
      const session = await browser.ask(`${practice.world.urls.api}/visa/session`)
      expect(await session.json()).toMatchObject({
        acts: { apply: { outcome: 'permit' } },
        verifiedClaims: [{ trustFramework: 'eidas', timeZoneAssumed: true, evidence: [] }],
      })
    } finally {
      practice.world.esignet.setVerificationMetadata('oidc4ida')
    }
  })

  it('publishes its keys, and is healthy', async () => {
    const jwks = await fetch(`${practice.world.urls.api}/.well-known/jwks.json`)
    const { keys } = (await jwks.json()) as { keys: object[] }
    // One for each client, and the one that signs access tokens.
    expect(keys).toHaveLength(Object.keys(serviceFiles).length + 1)
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    const health = await fetch(`${practice.world.urls.api}/health`)
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({ healthy: true })
  })

  it('accepts the PIN of a person only where the act does', async () => {
    const browser = openBrowser()
    const person = practice.world.personas.find(({ key }) => key === 'fresh-eidas')
    const entrance = await browser.visit(`${practice.world.urls.api}/omera-bank/login?act=open-account`)
    const driving = driveLogin({
      authorizeUrl: entrance.headers.get('location') ?? '',
      individualId: person?.identity.individualId ?? '',
      factor: 'pin',
      pin: person?.identity.pin ?? '',
      consent: 'allow',
    })
    await expect(driving).rejects.toThrow('auth_factor_mismatch')
  })
})
