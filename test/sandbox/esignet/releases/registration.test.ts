import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Release, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { acr, errorCodes } from '../relying-party.ts'
import { newReleaseParty, releases } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet.close())

const register = (release: Release, overrides: Record<string, unknown>) =>
  newReleaseParty(esignet.deployment(release), overrides)

/** Which members of additionalConfig a release knows. 1.5 does not read it, so it refuses nothing. */
const members = [
  ['consent_expire_in_mins', 60, ['1.5', '1.6', '1.7', '1.8', '2.0']],
  ['dpop_bound_access_tokens', true, ['1.5', '1.7', '1.8', '2.0']],
  ['require_pushed_authorization_requests', true, ['1.5', '1.7', '1.8', '2.0']],
  ['require_pkce', true, ['1.5', '1.8', '2.0']],
  ['id_token_response_type', 'JWS', ['1.5', '2.0']],
  ['pkce_required', true, ['1.5']],
] as const

test.each(members)('%s', async (member, value, known) => {
  for (const release of releases) {
    const { registered } = await register(release, { additionalConfig: { [member]: value } })
    const codes = known.some((each) => each === release) ? [] : ['invalid_additional_config']
    expect([release, errorCodes(registered.body)]).toEqual([release, codes])
  }
})

test('EC keys are taken since 1.7', async () => {
  for (const release of releases) {
    const publicKey = { ...(await exportJWK((await generateKeyPair('ES256')).publicKey)), kid: 'k' }
    const { registered } = await register(release, { publicKey })
    expect([release, errorCodes(registered.body)]).toEqual([release, release < '1.7' ? ['invalid_public_key'] : []])
  }
})

test('a blank alg is refused by 1.8 only', async () => {
  for (const release of releases) {
    const publicKey = { ...(await exportJWK((await generateKeyPair('RS256')).publicKey)), alg: ' ' }
    const { registered } = await register(release, { publicKey })
    expect([release, errorCodes(registered.body)]).toEqual([release, release === '1.8' ? ['invalid_public_key'] : []])
  }
})

describe('the shapes of registration', () => {
  test('1.5 knows only the older ones', async () => {
    const party = await register('1.5', {})
    const { request } = party
    expect((await party.manage('POST', '/client', request)).status).toBe(404)
    expect((await party.manage('PUT', `/oidc-client/${party.clientId}`, { ...request, status: 'ACTIVE' })).status).toBe(
      200,
    )
    const unnamed = { ...request, clientId: 'unnamed', clientNameLangMap: undefined }
    expect(errorCodes((await party.manage('POST', '/oauth-client', unnamed)).body)).not.toEqual([])
  })

  test('the older ones know no additionalConfig, in any release', async () => {
    const party = await register('1.8', {})
    const publicKey = await exportJWK((await generateKeyPair('ES256')).publicKey)
    const request = { ...party.request, clientId: 'older', publicKey, additionalConfig: { unheard_of: true } }
    expect(errorCodes((await party.manage('POST', '/oidc-client', request)).body)).toEqual([])
  })

  test('PATCH exists since 1.8, reading in the Go line', async () => {
    for (const release of releases) {
      const party = await register(release, {})
      const patched = await party.manage('PATCH', `/client/${party.clientId}`, { clientName: 'New' })
      expect([release, patched.status]).toEqual([release, release >= '1.8' ? 200 : release === '1.5' ? 404 : 405])
      const read = await party.manage('GET', `/client/${party.clientId}`, undefined)
      if (release === '2.0')
        expect(read.body).toMatchObject({ response: { clientName: 'New', redirectUris: [expect.any(String)] } })
      else expect(read.status).not.toBe(200)
    }
  })
})

describe('release 2.0', () => {
  test('claims are a closed list; identifiers are short; any host may be redirected to', async () => {
    const codes = async (overrides: Record<string, unknown>) =>
      errorCodes((await register('2.0', overrides)).registered.body)
    expect(await codes({ userClaims: ['country'] })).toEqual(['invalid_claim'])
    expect(await codes({ userClaims: ['nickname'] })).toEqual([])
    expect(await codes({ relyingPartyId: 'x'.repeat(51) })).toEqual(['invalid_rp_id'])
    expect(await codes({ redirectUris: ['https://bank.internal/cb'] })).toEqual([])
  })

  test('a key without kid registers, and every request of its client is refused', async () => {
    const publicKey = await exportJWK((await generateKeyPair('PS256')).publicKey)
    const party = await register('2.0', { publicKey })
    expect(errorCodes(party.registered.body)).toEqual([])
    const { status, body } = await party.push(party.authorization())
    expect([status, body.error]).toEqual([401, 'invalid_client'])
  })

  test('a client for contexts without a screen can never log in', async () => {
    const party = await register('2.0', { authContextRefs: [acr('static-code')] })
    await expect(party.code()).rejects.toThrow('FET-1082')
  })

  test('an envelope that is off by more than five minutes is HTTP 400', async () => {
    const late = new Date(Date.now() - 301_000)
    const { registered } = await newReleaseParty(esignet.deployment('2.0'), {}, () => late)
    expect(registered.status).toBe(400)
    const inTime = new Date(Date.now() - 200_000)
    expect((await newReleaseParty(esignet.deployment('2.0'), {}, () => inTime)).registered.status).toBe(200)
  })
})
