import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { object } from '../relying-party.ts'
import { newReleaseParty, type ReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases: ['2.0'] })
})
afterAll(() => esignet.close())

async function tokensOf(party: ReleaseParty) {
  const { body } = await party.redeem(await party.code())
  const userinfo = await (await party.userinfo(String(body.access_token))).text()
  return { idToken: String(body.id_token), accessToken: String(body.access_token), userinfo }
}
const kid = (token: string) => decodeProtectedHeader(token).kid ?? ''
async function published(party: ReleaseParty): Promise<readonly string[]> {
  const { keys } = await object(await fetch(party.endpoint('jwks_uri')))
  return Array.isArray(keys) ? keys.map((key) => String(key.kid)) : []
}

describe.each(['1.8', '2.0'] as const)('release %s', (release) => {
  test.each([
    ['provider', 'idToken'],
    ['identity-system', 'userinfo'],
  ] as const)('a new key of the %s signs at once, and both are published', async (who, token) => {
    const party = await newReleaseParty(esignet.deployment(release))
    const before = await tokensOf(party)
    await esignet.rotateKeys(who, release)
    const after = await tokensOf(party)
    expect(kid(after[token])).not.toBe(kid(before[token]))
    expect(await published(party)).toEqual(expect.arrayContaining([kid(before[token]), kid(after[token])]))
    const keys = createRemoteJWKSet(new URL(party.endpoint('jwks_uri')))
    await jwtVerify(after[token], keys)
    await jwtVerify(before[token], keys)
    // What was granted under the old key still opens.
    expect((await party.userinfo(before.accessToken)).status).toBe(200)
  })

  test('the old key can vanish, and the new one can come late', async () => {
    const party = await newReleaseParty(esignet.deployment(release))
    const first = kid((await tokensOf(party)).idToken)
    await esignet.rotateKeys('provider', release, { publish: 'new-only' })
    const second = kid((await tokensOf(party)).idToken)
    const shown = await published(party)
    expect([shown.includes(first), shown.includes(second)]).toEqual([false, true])

    await esignet.rotateKeys('provider', release, { publish: 'later' })
    const third = kid((await tokensOf(party)).idToken)
    expect([(await published(party)).includes(second), (await published(party)).includes(third)]).toEqual([true, false])
    esignet.publishKeys()
    expect(await published(party)).toContain(third)
  })

  test('the practice door does the same', async () => {
    const party = await newReleaseParty(esignet.deployment(release))
    const { issuer } = esignet.deployment(release)
    const ask = (path: string, body: unknown) =>
      fetch(`${issuer}/practice/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const before = await published(party)
    expect((await ask('rotate-keys', { who: 'provider', publish: 'later' })).status).toBe(200)
    expect(await published(party)).toEqual(before)
    expect((await ask('publish-keys', {})).status).toBe(200)
    expect(await published(party)).toHaveLength(before.length + 1)
    expect((await ask('rotate-keys', { who: 'somebody' })).status).toBe(400)
    expect((await ask('rotate-keys', { who: 'provider', publish: 'never' })).status).toBe(400)
  })
})

test('a rotation may change the algorithm', async () => {
  const party = await newReleaseParty(esignet.deployment('2.0'))
  await esignet.rotateKeys('provider', '2.0', { alg: 'EdDSA' })
  expect(decodeProtectedHeader((await tokensOf(party)).idToken).alg).toBe('EdDSA')
})
