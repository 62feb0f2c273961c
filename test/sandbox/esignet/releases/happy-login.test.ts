import { createHash } from 'node:crypto'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Release, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { acr } from '../relying-party.ts'
import { newReleaseParty, releases } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet.close())

/** What differs: issuers after the address of the deployment, algorithms, headers, claims, lives. */
const expectations: Readonly<Record<Release, Expectation>> = {
  '1.5': { iss: false, tokenIssuer: '/v1/esignet', alg: 'RS256', idTyp: undefined, accessTyp: undefined, life: 3600 },
  '1.6': { iss: false, tokenIssuer: '/v1/esignet', alg: 'RS256', idTyp: undefined, accessTyp: undefined, life: 3600 },
  '1.7': { iss: true, tokenIssuer: '/v1/esignet', alg: 'PS256', idTyp: undefined, accessTyp: undefined, life: 3600 },
  '1.8': { iss: true, tokenIssuer: '', alg: 'PS256', idTyp: undefined, accessTyp: undefined, life: 3600 },
  '2.0': { iss: true, tokenIssuer: '', alg: 'PS256', idTyp: 'JWT', accessTyp: 'at+jwt', life: 120 },
}
interface Expectation {
  readonly iss: boolean
  readonly tokenIssuer: string
  readonly alg: string
  readonly idTyp: string | undefined
  readonly accessTyp: string | undefined
  readonly life: number
}

const java = ['iss', 'sub', 'aud', 'iat', 'exp', 'auth_time', 'nonce', 'acr', 'at_hash']
const go = ['iss', 'sub', 'aud', 'iat', 'exp', 'nbf', 'jti', 'auth_time', 'nonce', 'acr']
const claims = JSON.stringify({
  userinfo: {
    email: { essential: true },
    verified_claims: { verification: { trust_framework: { value: 'eidas' } }, claims: { name: { essential: true } } },
  },
})

describe.each(releases)('release %s', (release) => {
  const told = expectations[release]

  test.each(['plain', 'pushed'] as const)('a %s login ends in tokens and userinfo of this release', async (way) => {
    const deployment = esignet.deployment(release)
    const party = await newReleaseParty(deployment)
    expect(party.registered.body).toMatchObject({ response: { clientId: party.clientId, status: 'ACTIVE' } })
    const pushes = party.metadata.pushed_authorization_request_endpoint !== undefined
    expect(pushes).toBe(release >= '1.7')
    if (way === 'pushed' && !pushes) return
    const form = party.authorization({ claims })
    const authorizeUrl = way === 'pushed' ? await party.pushedUrl(form) : party.authorizeUrl(form)
    const back = await party.login(form, { authorizeUrl })
    expect(back.searchParams.get('state')).toBe(form.state)
    expect(back.searchParams.get('iss')).toBe(told.iss ? deployment.issuer : null)

    const answer = await party.redeem(back.searchParams.get('code') ?? '')
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: told.life })
    const idToken = String(answer.body.id_token)
    const accessToken = String(answer.body.access_token)
    const keys = createRemoteJWKSet(new URL(party.endpoint('jwks_uri')))
    const issuer = `${deployment.issuer}${told.tokenIssuer}`
    const { payload, protectedHeader } = await jwtVerify(idToken, keys, { issuer, audience: party.clientId })
    expect([protectedHeader.alg, protectedHeader.typ]).toEqual([told.alg, told.idTyp])
    expect(Object.keys(payload).sort()).toEqual([...(release === '2.0' ? go : java)].sort())
    expect(payload).toMatchObject({ nonce: form.nonce, acr: acr('generated-code') })
    if (release !== '2.0') expect(payload.at_hash).toBe(leftHalf(accessToken))
    expect(Number(payload.exp) - Number(payload.iat)).toBe(told.life)

    const access = await jwtVerify(accessToken, keys, { issuer, audience: party.clientId })
    expect(access.protectedHeader.typ).toBe(told.accessTyp)
    expect('azp' in access.payload).toBe(release >= '1.6' && release < '2')

    await expectUserinfo(release, await party.userinfo(accessToken), keys, { ...party, sub: payload.sub })
  })
})

async function expectUserinfo(
  release: Release,
  response: Response,
  keys: ReturnType<typeof createRemoteJWKSet>,
  { clientId, sub }: { clientId: string; sub: string | undefined },
) {
  const { issuer } = esignet.deployment(release)
  const jws = await response.text()
  const verified = jwtVerify(jws, keys, { algorithms: ['RS256'], issuer: `${issuer}/v1/esignet`, audience: clientId })
  if (release < '1.7') {
    // Nobody outside can verify it: the identity system's key is not among the published ones.
    await expect(verified).rejects.toThrow(/no applicable key/)
    expect(decodeProtectedHeader(jws).alg).toBe('RS256')
    return
  }
  const { payload } = await verified
  expect(payload.sub).toBe(sub)
  expect(payload).toMatchObject({ email: 'asha@people.example' })
  expect('exp' in payload || 'iat' in payload).toBe(false)
  // The Go line takes a request for verified claims and is silent about it ever after.
  expect('verified_claims' in payload).toBe(release !== '2.0')
  expect('name' in payload).toBe(false)
}

const leftHalf = (token: string) => createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url')

test('releases run only when asked for, each with keys and clients of its own', async () => {
  const keyIds = await Promise.all(
    releases.map(async (release) => {
      const party = await newReleaseParty(esignet.deployment(release))
      const { keys } = await (await fetch(party.endpoint('jwks_uri'))).json()
      return keys.map(({ kid }: { kid: string }) => kid)
    }),
  )
  const all = keyIds.flat()
  expect(new Set(all).size).toBe(all.length)
  const one = await newReleaseParty(esignet.deployment('1.7'))
  const stranger = one.authorizeUrl(one.authorization()).replace('/releases/1.7', '')
  await expect(one.login({}, { authorizeUrl: stranger })).rejects.toThrow('invalid_client_id')

  const alone = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
  expect(alone.deployment('1.8').issuer).toBe(alone.url)
  expect(() => alone.deployment('2.0')).toThrow(/does not run/)
  expect((await fetch(`${alone.url}/releases/2.0/.well-known/openid-configuration`)).status).toBe(404)
  await alone.close()
})

test.each(['ES256', 'EdDSA'] as const)('the Go line can be configured to sign with %s', async (alg) => {
  const other = await startEsignet({
    port: 0,
    identities: people,
    verificationMetadata: 'as-mock',
    releases: ['2.0'],
    goSigningAlgorithm: alg,
  })
  const party = await newReleaseParty(other.deployment('2.0'))
  const { body } = await party.redeem(await party.code())
  const keys = createRemoteJWKSet(new URL(party.endpoint('jwks_uri')))
  const { protectedHeader } = await jwtVerify(String(body.id_token), keys)
  expect(protectedHeader.alg).toBe(alg)
  expect(party.metadata.id_token_signing_alg_values_supported).toEqual([alg])
  await other.close()
})
