import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackEnd } from '../../sandbox/back-end/back-end.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld, upToCallback } from '../support/practice-world.ts'

const run = promisify(execFile)

describe.runIf(canRunAws())('the doors for back ends, in the practice world', { timeout: 60_000 }, () => {
  let practice: PracticeWorld
  let bank: BackEnd
  beforeAll(async () => {
    practice = await openPracticeWorld()
    bank = practice.backEnd('omera-bank')
  }, 120_000)
  afterAll(async () => {
    await practice?.close()
  })

  /** Somebody who logged in a moment ago, as the portal's session names the person. */
  const somebody = async (persona = 'fresh-eidas'): Promise<string> => {
    const { browser, redirectTo } = await upToCallback(practice, { persona })
    await browser.visit(redirectTo)
    const session = await browser.visit(`${practice.world.urls.api}/omera-bank/session`)
    const { subject } = JSON.parse(await session.text())
    return String(subject)
  }

  const events = async (name: string) => (await practice.rows('audit')).filter(({ event }) => event === name)
  const whole = async (answer: Promise<Response>) => {
    const response = await answer
    return { status: response.status, body: await response.json(), headers: response.headers }
  }
  const claimsOf = (subject: string, { by = bank, service = 'omera-bank', act = 'open-account' } = {}) =>
    whole(by.call('GET', `/${service}/subjects/${subject}/claims?act=${act}`))

  it('decide, release and erase, each told to the audit trail without a value', async () => {
    const subject = await somebody()
    const question = { subject, act: 'open-account' }
    expect(await whole(bank.call('POST', '/omera-bank/decisions', question))).toMatchObject({
      status: 200,
      body: { ...question, outcome: 'permit', remedy: null },
    })

    const { status, body } = await claimsOf(subject)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { verifiedClaims: [{ trustFramework: 'eidas', claims: { name: expect.any(String) } }] },
    })
    const { name } = body.verifiedClaims[0].claims

    const erased = await whole(bank.call('DELETE', `/omera-bank/subjects/${subject}`))
    expect(erased).toMatchObject({ status: 200, body: { subject, erased: { keys: 1, sessions: 1 } } })
    const keys = createRemoteJWKSet(new URL(`${practice.world.urls.api}/.well-known/jwks.json`))
    const receipt = await jwtVerify(erased.body.receipt, keys, { typ: 'erasure-receipt+jwt', algorithms: ['PS256'] })
    expect(receipt.payload).toMatchObject({ sub: subject, service: 'omera-bank', erased: erased.body.erased })

    expect((await claimsOf(subject)).body).toMatchObject({ code: 'subject-unknown' })
    const left = [...(await practice.rows('verified-claims')), ...(await practice.rows('subject-keys'))]
    expect(JSON.stringify([left, await practice.rows('sessions')])).not.toContain(subject)
    for (const event of ['decision-made', 'claims-released', 'subject-erased'])
      expect(await events(event)).toHaveLength(1)
    expect(JSON.stringify(await practice.rows('audit'))).not.toContain(name)
  })

  it('cost what they should: no key for a decision, one for a release, and nobody is denied anything', async () => {
    const subject = await somebody()
    const decide = () => whole(bank.call('POST', '/omera-bank/decisions', { subject, act: 'open-account' }))
    // A function that starts reads the public key of tokens once.
    await decide()
    await claimsOf(subject)
    practice.world.resetCounters()
    await decide()
    expect(practice.world.counters()).toMatchObject({
      kms: { total: 0 },
      dynamodb: { by: { Query: 1, GetItem: 1, PutItem: 2 }, total: 4 },
    })
    practice.world.resetCounters()
    await claimsOf(subject)
    expect(practice.world.counters()).toMatchObject({
      kms: { by: { Decrypt: 1 }, total: 1 },
      dynamodb: { by: { Query: 1, GetItem: 2, PutItem: 2 }, total: 5 },
      denials: { total: 0 },
    })
  })

  it('tell one service nothing of another', async () => {
    const subject = await somebody('minor')
    const visa = practice.backEnd('visa')
    const known = await claimsOf(subject, { by: visa, service: 'visa', act: 'apply' })
    const unknown = await claimsOf(`p_${'A'.repeat(43)}`, { by: visa, service: 'visa', act: 'apply' })
    expect(known.status).toBe(404)
    expect({ ...known.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' })
    expect(await claimsOf(subject, { by: visa })).toMatchObject({
      status: 403,
      body: { code: 'caller-not-allowed' },
    })
    const erased = await whole(visa.call('DELETE', `/visa/subjects/${subject}`))
    expect(erased.body.erased).toEqual({ keys: 0, sessions: 0, records: 0 })
    const question = { subject, act: 'sign-in' }
    expect((await whole(bank.call('POST', '/omera-bank/decisions', question))).body).toMatchObject({
      outcome: 'permit',
    })
  })

  it('do as every example in docs/http-api.md says', async () => {
    const subject = await somebody()
    const told: unknown[] = []
    for (const { shell, method, url } of examples(practice.world.urls.api, subject)) {
      const token = await bank.token()
      const env = { ...process.env, TOKEN: token, PROOF: await bank.proof(method, url, token), SUBJECT: subject }
      const { stdout } = await run('bash', ['-c', shell], { env })
      told.push(JSON.parse(stdout))
    }
    expect(told).toMatchObject([
      { subject, act: 'open-account', outcome: 'permit' },
      { subject, act: 'open-account', verifiedClaims: [{ trustFramework: 'eidas' }] },
      { subject, erased: { keys: 1 }, receipt: expect.stringMatching(/^eyJ/) },
      { decision: false, context: { reason: 'subject-unknown' } },
    ])
  })
})

/** The examples that call with a token, in their order, at the address of this world. */
const examples = (api: string, subject: string) =>
  [...readFileSync('docs/http-api.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)]
    .map(([, shell = '']) => shell.replaceAll('http://localhost:4301', api))
    .filter((shell) => shell.includes('DPoP $TOKEN'))
    .map((shell) => ({
      shell,
      method: /-X (\w+)/.exec(shell)?.[1] ?? 'GET',
      url: (/http:\/\/[^\s"'?]+/.exec(shell)?.[0] ?? '').replace('$SUBJECT', subject),
    }))
