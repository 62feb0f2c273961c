import { calculateJwkThumbprint, decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { newDpopKey, newReleaseParty, type ReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  const releases = ['1.6', '1.7', '2.0'] as const
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet.close())

type Key = Awaited<ReturnType<typeof newDpopKey>>
const tokenProof = (party: ReleaseParty, key: Key, claims: Record<string, unknown> = {}) =>
  key.prove({ htm: 'POST', htu: party.endpoint('token_endpoint'), claims })
const userinfoProof = (party: ReleaseParty, key: Key, accessToken: string, claims: Record<string, unknown> = {}) =>
  key.prove({ htm: 'GET', htu: party.endpoint('userinfo_endpoint'), accessToken, claims })
const challengeOf = (answer: { headers: Headers }) => answer.headers.get('www-authenticate')
const bound = { additionalConfig: { dpop_bound_access_tokens: true } }

describe.each(['1.7', '1.8'] as const)('release %s', (release) => {
  /** The whole dance: proof, challenge, proof with nonce; the assertion of the first attempt is not spent. */
  async function boundToken(party: ReleaseParty, key: Key): Promise<string> {
    const code = await party.code()
    const client_assertion = await party.assertion()
    const first = await party.redeem(code, { client_assertion }, { dpop: await tokenProof(party, key) })
    expect([first.status, first.body.error]).toEqual([400, 'use_dpop_nonce'])
    const nonce = first.headers.get('dpop-nonce') ?? ''
    expect(nonce).toMatch(/^[\w-]{43}$/)
    const second = await party.redeem(code, { client_assertion }, { dpop: await tokenProof(party, key, { nonce }) })
    expect(second.body).toMatchObject({ token_type: 'DPoP' })
    return String(second.body.access_token)
  }

  test('every code and every access token has a nonce of its own to be proved with', async () => {
    const party = await newReleaseParty(esignet.deployment(release), bound)
    const key = await newDpopKey('PS256')
    const accessToken = await boundToken(party, key)
    expect(decodeJwt(accessToken).cnf).toEqual({ jkt: await calculateJwkThumbprint(key.jwk) })

    const authorization = `DPoP ${accessToken}`
    const first = await party.userinfo('', { authorization, dpop: await userinfoProof(party, key, accessToken) })
    expect([first.status, challengeOf(first), await first.text()]).toEqual([401, 'DPoP error="use_dpop_nonce"', ''])
    const nonce = first.headers.get('dpop-nonce')
    const dpop = await userinfoProof(party, key, accessToken, { nonce })
    expect((await party.userinfo('', { authorization, dpop })).status).toBe(200)
    // A proof is good once.
    const again = await party.userinfo('', { authorization, dpop })
    expect([again.status, challengeOf(again)]).toEqual([400, expect.stringContaining('invalid_dpop_proof')])
  })

  test('what does not prove possession is refused at userinfo, each in its way', async () => {
    const party = await newReleaseParty(esignet.deployment(release), bound)
    const key = await newDpopKey('RS256')
    const accessToken = await boundToken(party, key)
    const authorization = `DPoP ${accessToken}`
    const asBearer = await party.userinfo(accessToken)
    expect([asBearer.status, challengeOf(asBearer)]).toEqual([401, 'error="invalid_token"'])
    const otherHash = await party.userinfo('', { authorization, dpop: await userinfoProof(party, key, 'other') })
    expect([otherHash.status, challengeOf(otherHash)]).toEqual([401, 'DPoP error="invalid_token"'])
    const thief = await newDpopKey('RS256')
    const dpop = await userinfoProof(party, thief, accessToken)
    const otherKey = await party.userinfo('', { authorization, dpop })
    expect([otherKey.status, challengeOf(otherKey)]).toEqual([400, expect.stringContaining('algs="ES256 PS256"')])
  })

  test('a bound client needs a proof, an unbound one may bind itself', async () => {
    const party = await newReleaseParty(esignet.deployment(release), bound)
    const { status, body } = await party.redeem(await party.code())
    expect([status, body.error]).toEqual([400, 'invalid_request'])
    const free = await newReleaseParty(esignet.deployment(release))
    await boundToken(free, await newDpopKey('PS256'))
  })

  test('a code pushed with one key cannot be redeemed with another', async () => {
    const party = await newReleaseParty(esignet.deployment(release))
    const [key, thief] = [await newDpopKey('PS256'), await newDpopKey('PS256')]
    const htu = party.endpoint('pushed_authorization_request_endpoint')
    const dpop = await key.prove({ htm: 'POST', htu })
    const form = party.authorization()
    const back = await party.login(form, { authorizeUrl: await party.pushedUrl(form, { dpop }) })
    const code = back.searchParams.get('code') ?? ''
    const stolen = await party.redeem(code, {}, { dpop: await tokenProof(party, thief) })
    expect(stolen.body.error).toBe('invalid_dpop_proof')

    const other = await party.push(party.authorization({ dpop_jkt: 'x' }), {
      dpop: await key.prove({ htm: 'POST', htu }),
    })
    expect([other.status, other.body.error]).toEqual([400, 'invalid_dpop_proof'])
  })

  test('an old proof is taken: its age is not looked at; ES256 is not, whatever the challenge says', async () => {
    const party = await newReleaseParty(esignet.deployment(release))
    const code = await party.code()
    const key = await newDpopKey('PS256')
    const old = await party.redeem(code, {}, { dpop: await tokenProof(party, key, { iat: 1 }) })
    expect(old.body.error).toBe('use_dpop_nonce')
    const curve = await newDpopKey('ES256')
    const refused = await party.redeem(code, {}, { dpop: await tokenProof(party, curve) })
    expect([refused.body.error, challengeOf(refused)]).toEqual([
      'invalid_dpop_proof',
      expect.stringContaining('ES256 PS256'),
    ])
  })

  test.each([
    ['another method', { htm: 'GET' }],
    ['another address', { htu: 'https://elsewhere.example/token' }],
    ['no time', { iat: undefined }],
    ['no jti', { jti: undefined }],
    ['expired', { exp: 1 }],
  ])('a proof with %s is refused', async (_what, claims) => {
    const party = await newReleaseParty(esignet.deployment(release))
    const answer = await party.redeem('any', {}, { dpop: await tokenProof(party, await newDpopKey('PS256'), claims) })
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_dpop_proof'])
  })

  test('proofs and assertions share one memory of jti', async () => {
    const party = await newReleaseParty(esignet.deployment(release))
    const jti = `shared-${release}`
    const code = await party.code()
    await party.redeem(code, {}, { dpop: await tokenProof(party, await newDpopKey('PS256'), { jti }) })
    const answer = await party.redeem(code, { client_assertion: await party.assertion({ jti }) })
    expect(answer.body.error).toBe('invalid_client')
  })
})

describe('release 2.0', () => {
  test.each(['ES256', 'PS256', 'EdDSA'] as const)('%s is taken at once: there is no nonce', async (alg) => {
    const party = await newReleaseParty(esignet.deployment('2.0'), bound)
    const key = await newDpopKey(alg)
    const { status, body } = await party.redeem(await party.code(), {}, { dpop: await tokenProof(party, key) })
    expect([status, body.token_type]).toEqual([200, 'DPoP'])
    const accessToken = String(body.access_token)
    const authorization = `DPoP ${accessToken}`
    const dpop = await userinfoProof(party, key, accessToken)
    expect((await party.userinfo('', { authorization, dpop })).status).toBe(200)
    const asBearer = await party.userinfo(accessToken)
    expect([asBearer.status, challengeOf(asBearer)]).toEqual([401, 'Bearer error="invalid_token"'])
    const without = await party.userinfo('', { authorization })
    expect([without.status, challengeOf(without)]).toEqual([401, 'DPoP error="invalid_token"'])
  })

  test.each([
    ['RS256', 'RS256', {}],
    ['a stale proof', 'PS256', { iat: Math.floor(Date.now() / 1000) - 300 }],
    ['a proof of the future', 'PS256', { iat: Math.floor(Date.now() / 1000) + 300 }],
    ['a jti without end', 'PS256', { jti: 'x'.repeat(257) }],
  ] as const)('%s is not', async (_what, alg, claims) => {
    const party = await newReleaseParty(esignet.deployment('2.0'))
    const dpop = await tokenProof(party, await newDpopKey(alg), claims)
    const answer = await party.redeem(await party.code(), {}, { dpop })
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_dpop_proof'])
  })

  test('a bound client without proof is told so, and another key than pushed is no grant', async () => {
    const party = await newReleaseParty(esignet.deployment('2.0'), bound)
    expect((await party.redeem(await party.code())).body.error).toBe('invalid_dpop_proof')
    const [key, thief] = [await newDpopKey('ES256'), await newDpopKey('ES256')]
    const htu = party.endpoint('pushed_authorization_request_endpoint')
    const form = party.authorization()
    const authorizeUrl = await party.pushedUrl(form, { dpop: await key.prove({ htm: 'POST', htu }) })
    const code = (await party.login(form, { authorizeUrl })).searchParams.get('code') ?? ''
    const { status, body } = await party.redeem(code, {}, { dpop: await tokenProof(party, thief) })
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  })
})

test('before 1.7 a proof is a header like any other', async () => {
  const party = await newReleaseParty(esignet.deployment('1.6'))
  const { body } = await party.redeem(await party.code(), {}, { dpop: 'rubbish' })
  expect(body.token_type).toBe('Bearer')
})
