import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { login, type Party } from './login.ts'
import { people } from './people.ts'
import { type Form, newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let passed = 0
const now = () => new Date(Date.now() + passed)
let party: Party
let code: string
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', now })
  party = await newRelyingParty(esignet.url)
  code = (await login(party, party.authorization())).code
})
afterAll(() => esignet.close())

/*
 * Every mistake at once, mended one by one from the top: what is refused next tells the order of the checks.
 * No failure spends the code.
 */
const everythingWrong: Form = {
  grant_type: 'password',
  code: 'unknown',
  client_id: 'somebody',
  redirect_uri: 'https://bank.example/other',
  code_verifier: 'wrong',
  client_assertion: 'rubbish',
}
const inOrder: [mend: keyof typeof everythingWrong, error: string, description: string][] = [
  ['grant_type', 'unsupported_grant_type', 'unsupported_grant_type'],
  ['code', 'invalid_grant', 'invalid_grant'],
  ['client_id', 'invalid_request', 'invalid_client_id'],
  ['redirect_uri', 'invalid_request', 'invalid_redirect_uri'],
  ['code_verifier', 'invalid_grant', 'invalid_grant'],
  ['client_assertion', 'invalid_client', 'invalid_client'],
]

test('the checks come in their order, each with its body, all with 400', async () => {
  const wrong: Form = { ...everythingWrong }
  const right: Form = {
    grant_type: 'authorization_code',
    code,
    client_id: party.clientId,
    redirect_uri: party.redirectUri,
    code_verifier: party.verifier,
  }
  for (const [mend, error, description] of inOrder) {
    const answer = await party.redeem(code, wrong)
    expect({ mend, status: answer.status, body: answer.body }).toEqual({
      mend,
      status: 400,
      body: { error, error_description: description },
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    if (right[mend] === undefined) delete wrong[mend]
    else wrong[mend] = right[mend]
  }
  expect((await party.redeem(code, wrong)).status).toBe(200)
})

test('after success the code is gone', async () => {
  const fresh = await login(party, party.authorization())
  expect((await party.redeem(fresh.code)).status).toBe(200)
  const { status, body } = await party.redeem(fresh.code)
  expect([status, body.error]).toEqual([400, 'invalid_grant'])
})

test('two redemptions at the same time both succeed: the defect of the original is kept', async () => {
  const fresh = await login(party, party.authorization())
  const assertions = [await party.assertion(), await party.assertion()]
  const answers = await Promise.all(
    assertions.map((client_assertion) => party.redeem(fresh.code, { client_assertion })),
  )
  expect(answers.map((answer) => answer.status)).toEqual([200, 200])
})

test('a missing form field is refused before the code is looked up', async () => {
  for (const [field, error] of [
    ['grant_type', 'unsupported_grant_type'],
    ['code', 'invalid_grant'],
    ['redirect_uri', 'invalid_request'],
    ['client_assertion_type', 'invalid_client'],
    ['client_assertion', 'invalid_client'],
  ] as const) {
    expect((await party.redeem('unknown', { [field]: undefined })).body.error).toBe(error)
  }
})

test('a verifier that is missing does not fit either', async () => {
  const fresh = await login(party, party.authorization())
  expect((await party.redeem(fresh.code, { code_verifier: undefined })).body.error).toBe('invalid_grant')
})

test('an assertion is used once, whoever sends it and wherever; a refused one may be repaired and sent again', async () => {
  const fresh = await login(party, party.authorization())
  const client_assertion = await party.assertion()
  // Not consumed: the check before it failed.
  expect((await party.redeem(fresh.code, { client_assertion, code_verifier: 'x' })).body.error).toBe('invalid_grant')
  expect((await party.push(party.authorization({ client_assertion }))).status).toBe(201)
  expect((await party.redeem(fresh.code, { client_assertion })).body.error).toBe('invalid_client')

  const jti = 'one-jti-for-two-clients'
  const other = await newRelyingParty(esignet.url)
  const theirs = await other.push(other.authorization({ client_assertion: await other.assertion({ jti }) }))
  expect(theirs.status).toBe(201)
  const mine = await party.redeem(fresh.code, { client_assertion: await party.assertion({ jti }) })
  expect(mine.body.error).toBe('invalid_client')
})

test('the code lives 300 seconds, but the identity system forgets after 180', async () => {
  const late = await login(party, party.authorization())
  passed = 181_000
  const exp = Math.floor(now().getTime() / 1000) + 60
  const assertion = await party.assertion({ exp })
  const answer = await party.redeem(late.code, { client_assertion: assertion })
  expect(answer.body).toEqual({ error: 'invalid_request', error_description: 'mock-ida-007' })
  passed = 301_000
  const again = await party.redeem(late.code, { client_assertion: await party.assertion({ exp: exp + 120 }) })
  expect(again.body.error).toBe('invalid_grant')
  passed = 0
})

test('a short consent shortens the tokens and not expires_in', async () => {
  const short = await newRelyingParty(esignet.url, { additionalConfig: { consent_expire_in_mins: 10 } })
  const { body } = await short.redeem((await login(short, short.authorization())).code)
  expect(body.expires_in).toBe(3600)
  const { iat = 0, exp = 0 } = decodeJwt(String(body.id_token))
  expect(exp - iat).toBe(600)
})

test('parameters in the query are bound as well', async () => {
  const fresh = await login(party, party.authorization())
  const url = `${esignet.url}/v1/esignet/oauth/v2/token?grant_type=authorization_code&code=${fresh.code}`
  const answer = await fetch(url, { method: 'POST' })
  // Past grant type and code: what is missing next is the redirect_uri.
  expect(await answer.json()).toEqual({ error: 'invalid_request', error_description: 'invalid_redirect_uri' })
})
