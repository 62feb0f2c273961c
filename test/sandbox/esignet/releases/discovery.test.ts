import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Release, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { object } from '../relying-party.ts'
import { newReleaseParty, releases } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet.close())

const three = ['profile', 'email', 'phone']
const rsaOnly = ['RS256']
const javaAlgorithms = ['RS256', 'PS256']
const javaAssertions = ['RS256', 'PS256', 'ES256']

/** Member by member what the documents say, in the order of the releases; undefined is absence. */
test.each([
  ['scopes_supported', three, three, ['openid', ...three], ['openid', ...three, 'address'], ['openid', ...three]],
  ['id_token_signing_alg_values_supported', rsaOnly, rsaOnly, javaAlgorithms, javaAlgorithms, ['PS256']],
  [
    'token_endpoint_auth_signing_alg_values_supported',
    rsaOnly,
    rsaOnly,
    javaAssertions,
    javaAssertions,
    ['PS256', 'ES256', 'EdDSA'],
  ],
  [
    'dpop_signing_alg_values_supported',
    undefined,
    undefined,
    javaAlgorithms,
    javaAlgorithms,
    ['PS256', 'ES256', 'EdDSA'],
  ],
  ['authorization_response_iss_parameter_supported', undefined, undefined, true, true, true],
  ['grant_types_supported', undefined, undefined, undefined, undefined, ['authorization_code']],
])('%s', async (member, ...expected) => {
  for (const [index, release] of releases.entries()) {
    const document = await object(await fetch(esignet.deployment(release).discovery))
    expect([release, document[member]]).toEqual([release, expected[index]])
    expect(document.issuer).toBe(esignet.deployment(release).issuer)
  }
})

test('before 1.7 there is nowhere to push to', async () => {
  for (const release of ['1.5', '1.6'] as const) {
    const address = `${esignet.deployment(release).issuer}/v1/esignet/oauth/par`
    expect((await fetch(address, { method: 'POST' })).status).toBe(404)
  }
})

test('which audiences an assertion may name at PAR', async () => {
  const endpoints = ['pushed_authorization_request_endpoint', 'token_endpoint', 'issuer']
  const accepted: readonly [Release, readonly boolean[]][] = [
    ['1.7', [true, false, true]],
    ['1.8', [true, true, true]],
    ['2.0', [false, false, true]],
  ]
  for (const [release, verdicts] of accepted) {
    const party = await newReleaseParty(esignet.deployment(release))
    const given: boolean[] = []
    for (const endpoint of endpoints) {
      const client_assertion = await party.assertion({ aud: party.endpoint(endpoint) })
      given.push((await party.push(party.authorization({ client_assertion }))).status === 201)
    }
    expect([release, given]).toEqual([release, verdicts])
  }
})
