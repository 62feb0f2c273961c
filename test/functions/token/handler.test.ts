import { beforeEach, describe, expect, test } from 'vitest'
import { type TokenDoor, tokenHandler } from '../../../functions/token/handler.ts'
import { type RefusalCode, refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import { anEvent, bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'

const form = 'application/x-www-form-urlencoded'
const issued = ok({
  service: 'omera-bank',
  accessToken: 'the-token',
  expiresIn: 300,
  scope: ['decisions', 'claims'] as const,
})

let asked: Parameters<TokenDoor['issueToken']>[0][]
let ears: ReturnType<typeof listening>

beforeEach(() => {
  asked = []
  ears = listening()
})

/** API Gateway hands a form over in base64. */
const ask = (
  body: string | undefined,
  headers: Readonly<Record<string, string>> = {},
  end: Awaited<ReturnType<TokenDoor['issueToken']>> = issued,
) => {
  const issueToken: TokenDoor['issueToken'] = async (request) => {
    asked.push(request)
    return end
  }
  const event = anEvent({ headers: { 'content-type': form, ...headers } })
  const sent = body === undefined ? {} : { body: Buffer.from(body, 'latin1').toString('base64'), isBase64Encoded: true }
  return tokenHandler({ issueToken, problemPages, log: ears.log })({ ...event, ...sent })
}

test('a request is handed on as it was sent, and answered as RFC 6749 §5.1 and RFC 9449 §5 say', async () => {
  const answer = await ask(
    'grant_type=client_credentials&scope=decisions+claims&client_id=omera-bank&client_assertion_type=urn%3Atype&client_assertion=a.b.c&other=1',
    { dpop: 'd.e.f' },
  )
  expect(asked).toEqual([
    {
      grantType: 'client_credentials',
      scope: 'decisions claims',
      clientId: 'omera-bank',
      clientAssertionType: 'urn:type',
      clientAssertion: 'a.b.c',
      proof: 'd.e.f',
      authenticatesOtherwise: false,
    },
  ])
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache' },
  })
  expect(bodyOf(answer)).toEqual({
    access_token: 'the-token',
    token_type: 'DPoP',
    expires_in: 300,
    scope: 'decisions claims',
  })
  expectGuarded(answer)
  expect(ears.said).toEqual([{ code: 'token-issued', service: 'omera-bank' }])
})

test.each([
  ['as text and not in base64', 'grant_type=x', false],
  ['with a charset', 'grant_type=x', true],
])('a form may come %s', async (_, body, charset) => {
  const issueToken: TokenDoor['issueToken'] = async (request) => {
    asked.push(request)
    return issued
  }
  const headers = { 'content-type': charset ? `${form}; charset=UTF-8` : form }
  await tokenHandler({ issueToken, problemPages, log: ears.log })({ ...anEvent({ headers }), body })
  expect(asked).toEqual([{ grantType: 'x', authenticatesOtherwise: false }])
})

test.each([
  ['a secret in the body', 'client_secret=s', {}],
  ['a secret in a header', '', { authorization: 'Basic YTpi' }],
])('%s is another way to authenticate', async (_, body, headers) => {
  await ask(body, headers)
  expect(asked).toEqual([{ authenticatesOtherwise: true }])
})

test.each([undefined, '', 'grant_type=', 'grant_type=&scope='])('what is empty was not sent: %j', async (body) => {
  await ask(body)
  expect(asked).toEqual([{ authenticatesOtherwise: false }])
})

describe('a body that is not read', () => {
  test.each([
    ['of another type', 'grant_type=x', { 'content-type': 'application/json' }, 415, 'media-type-unsupported'],
    ['of no type', 'grant_type=x', { 'content-type': '' }, 415, 'media-type-unsupported'],
    ['of a type that only begins alike', 'a=b', { 'content-type': `${form}x` }, 415, 'media-type-unsupported'],
    ['in another charset', 'a=b', { 'content-type': `${form}; charset=utf-16` }, 415, 'media-type-unsupported'],
    ['too large', `a=${'b'.repeat(65_535)}`, {}, 413, 'body-too-large'],
    ['with a parameter twice', 'scope=a&scope=b', {}, 400, 'parameter-invalid'],
    ['with a parameter twice, once in another spelling', 'scope=a&%73cope=b', {}, 400, 'parameter-invalid'],
    ['with a parameter twice, once empty', 'scope=a&scope=', {}, 400, 'parameter-invalid'],
    ['with a broken escape', 'scope=%zz', {}, 400, 'parameter-invalid'],
    ['with broken UTF-8', 'scope=%ff', {}, 400, 'parameter-invalid'],
    ['with raw bytes', 'scope=\xff\x00', {}, 400, 'parameter-invalid'],
    ['without values', 'scope', {}, 400, 'parameter-invalid'],
    ['without names', '=a', {}, 400, 'parameter-invalid'],
    ['with two equals signs', 'a=b=c', {}, 400, 'parameter-invalid'],
    ['of too many parameters', Array.from({ length: 33 }, (_, n) => `p${n}=1`).join('&'), {}, 400, 'parameter-invalid'],
  ])('%s', async (_, body, headers, status, code) => {
    const answer = await ask(body, headers)
    expect(asked).toEqual([])
    expect(answer.statusCode).toBe(status)
    expect(bodyOf(answer)).toMatchObject({ error: 'invalid_request', code })
    expectGuarded(answer)
    expect(ears.said).toEqual([expect.objectContaining({ code: 'request-refused', service: 'unknown', refusal: code })])
  })
})

describe('a refusal is an error of RFC 6749 §5.2, with our code beside it', () => {
  test.each<[RefusalCode, number, string]>([
    ['grant-unsupported', 400, 'unsupported_grant_type'],
    ['scope-unknown', 400, 'invalid_scope'],
    ['client-unauthenticated', 401, 'invalid_client'],
    ['proof-invalid', 400, 'invalid_dpop_proof'],
    ['proof-replayed', 400, 'invalid_dpop_proof'],
    ['key-unavailable', 503, 'temporarily_unavailable'],
    ['store-unavailable', 503, 'temporarily_unavailable'],
    ['internal-fault', 500, 'server_error'],
  ])('%s', async (code, status, error) => {
    const answer = await ask('', {}, refused(refusal(code, 'a-detail-for-the-log')))
    expect(answer.statusCode).toBe(status)
    expect(bodyOf(answer)).toEqual({
      error,
      error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
      error_uri: `${problemPages}${code}`,
      code,
      traceId,
    })
    expect(answer.headers?.['www-authenticate']).toBe(
      status === 401 ? 'DPoP algs="ES256 PS256 EdDSA Ed25519"' : undefined,
    )
    expect(answer.headers?.['retry-after']).toBe(status === 503 ? '5' : undefined)
    expect(answer.body).not.toContain('a-detail')
    expectGuarded(answer)
    expect(ears.said).toEqual([
      { code: 'request-refused', service: 'unknown', refusal: code, detail: 'a-detail-for-the-log' },
    ])
  })
})
