import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { acr, object } from '../relying-party.ts'
import { newReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases: ['2.0'] })
})
afterAll(() => esignet.close())

describe.each(['1.8', '2.0'] as const)('release %s', (release) => {
  const party = () =>
    newReleaseParty(esignet.deployment(release), { authContextRefs: ['generated-code', 'biometrics'].map(acr) })

  test('userinfo names the partner', async () => {
    const one = await party()
    const code = await one.code()
    esignet.deployment(release).fault('userinfo-aud-is-partner', 1)
    const { body } = await one.redeem(code)
    const userinfo = await (await one.userinfo(String(body.access_token))).text()
    expect(decodeJwt(userinfo).aud).toBe('omera-bank')
  })

  test('a redirect without issuer', async () => {
    const one = await party()
    esignet.deployment(release).fault('redirect-without-iss', 1)
    const back = await one.login(one.authorization())
    expect([back.searchParams.get('iss'), back.searchParams.get('code')?.length]).toEqual([null, 43])
  })

  test('another way than the one asked for is offered, and told', async () => {
    const one = await party()
    esignet.deployment(release).fault('acr-fallback', 1)
    const back = await one.login(one.authorization(), { factor: 'bio' })
    const { body } = await one.redeem(back.searchParams.get('code') ?? '')
    expect(decodeJwt(String(body.id_token)).acr).toBe(acr('biometrics'))
  })

  test('an acr of two values, a clock ahead, a page of a proxy', async () => {
    const one = await party()
    const code = await one.code()
    const { fault } = esignet.deployment(release)
    fault('token-html', 1)
    const html = await fetch(one.endpoint('token_endpoint'), { method: 'POST' })
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
    fault('acr-two-values', 1)
    fault('clock-ahead', 1)
    const { body } = await one.redeem(code)
    const claims = decodeJwt(String(body.id_token))
    expect(claims.acr).toBe(`${acr('generated-code')} ${acr('biometrics')}`)
    expect(Number(claims.iat)).toBeGreaterThan(Date.now() / 1000 + 500)
  })

  test('published keys under other names than those that sign', async () => {
    const one = await party()
    const { body } = await one.redeem(await one.code())
    esignet.deployment(release).fault('jwks-kid-differs', 1)
    const { keys } = await object(await fetch(one.endpoint('jwks_uri')))
    expect(JSON.stringify(keys)).not.toContain(String(decodeProtectedHeader(String(body.id_token)).kid))
  })

  test.each(['discovery', 'jwks', 'par', 'token', 'userinfo'] as const)('a slow %s door', async (door) => {
    const one = await party()
    esignet.deployment(release).fault(`slow-${door}`, 1, 60_000)
    const address = { discovery: esignet.deployment(release).discovery, jwks: one.endpoint('jwks_uri') }
    const names = {
      par: 'pushed_authorization_request_endpoint',
      token: 'token_endpoint',
      userinfo: 'userinfo_endpoint',
    }
    const url = door === 'discovery' || door === 'jwks' ? address[door] : one.endpoint(names[door])
    const method = door === 'par' || door === 'token' ? 'POST' : 'GET'
    await expect(fetch(url, { method, signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/)
    expect((await fetch(url, { method })).status).toBeLessThan(500)
  })
})
