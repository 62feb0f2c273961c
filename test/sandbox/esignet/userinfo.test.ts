import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, login } from './login.ts'
import { asha, people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
})
afterAll(() => esignet.close())

const ask = (method: string, headers: Record<string, string>) =>
  fetch(`${esignet.url}/v1/esignet/oidc/userinfo`, { method, headers })

test('refusals have an empty body and no scheme word', async () => {
  for (const [headers, status, challenge] of [
    [{}, 401, 'error="invalid_token"'],
    [{ authorization: 'Bearer nonsense' }, 401, 'error="invalid_token"'],
    [{ authorization: 'DPoP nonsense' }, 401, 'error="invalid_token"'],
    [{ authorization: 'Bearer x', accept: 'application/json' }, 406, null],
  ] as const) {
    const answer = await ask('GET', headers)
    expect([answer.status, answer.headers.get('www-authenticate'), await answer.text()]).toEqual([
      status,
      challenge,
      '',
    ])
  }
  expect((await ask('POST', { authorization: 'Bearer x' })).status).toBe(405)
})

test('two Authorization headers are refused', async () => {
  const status = await new Promise((resolve, reject) => {
    const options = { headers: ['Host', 'localhost', 'Authorization', 'Bearer x', 'Authorization', 'Bearer y'] }
    const url = `http://127.0.0.1:${esignet.port}/v1/esignet/oidc/userinfo`
    get(url, options, (answer) => resolve([answer.statusCode, answer.headers['www-authenticate']])).on('error', reject)
  })
  expect(status).toEqual([400, 'error="invalid_request"'])
})

test('the content is frozen at token time and may be read again', async () => {
  const party = await newRelyingParty(esignet.url)
  const { code } = await login(party, party.authorization({ scope: 'openid email' }))
  const { body } = await party.redeem(code)
  const first = await (await party.userinfo(String(body.access_token))).text()
  esignet.putIdentity({ ...asha, email: 'new@people.example' })
  expect(await (await party.userinfo(String(body.access_token))).text()).toBe(first)
  const later = await identify(party, party.authorization({ scope: 'openid email' }))
  esignet.putIdentity(asha)
  expect(later.userinfo.email).toBe('new@people.example')
})

test('a profile has slashes in its birthdate, a nested address and no mapping for other claims', async () => {
  const party = await newRelyingParty(esignet.url, {
    userClaims: ['name', 'birthdate', 'address', 'phone_number', 'updated_at', 'individual_id'],
  })
  const { userinfo } = await identify(party, party.authorization({ scope: 'openid profile address phone' }))
  expect(userinfo).toEqual({
    iss: `${esignet.url}/v1/esignet`,
    sub: expect.any(String),
    aud: party.clientId,
    name: 'Asha Moreau',
    birthdate: '1990/01/31',
    phone_number: '+85500112233',
    address: {
      street_address: '1 Example Street',
      locality: 'Sampletown',
      region: 'Region A',
      country: 'Westalis',
    },
  })
})

test('several locales are tagged with three letters; one is not; a language without a value is empty', async () => {
  const party = await newRelyingParty(esignet.url, { userClaims: ['name', 'gender'] })
  const inLocales = async (claims_locales: string) =>
    (await identify(party, party.authorization({ scope: 'openid profile', claims_locales }))).userinfo
  expect(await inLocales('eng khm')).toMatchObject({
    'name#eng': 'Asha Moreau',
    'name#khm': 'អាសា',
    'gender#eng': 'Female',
    'gender#khm': '',
  })
  expect(await inLocales('km')).toMatchObject({ name: 'អាសា', gender: '' })
})

test('subjects are pairwise per relying party id, shared by its clients', async () => {
  const shared = { relyingPartyId: 'ministry' }
  const [one, two, other] = await Promise.all([
    newRelyingParty(esignet.url, shared),
    newRelyingParty(esignet.url, shared),
    newRelyingParty(esignet.url),
  ])
  const subs = []
  for (const party of [one, two, other]) subs.push((await identify(party, party.authorization())).idToken.sub)
  expect(subs[0]).toMatch(/^[\w-]{43}$/)
  expect(subs[1]).toBe(subs[0])
  expect(subs[2]).not.toBe(subs[0])
})
