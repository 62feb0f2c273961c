import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose'
import { describe, expect, test } from 'vitest'
import { openJws } from '../../../shared/adapters/jose/open-jws.ts'
import { listen } from '../http/local-server.ts'
import { spellings } from './spellings.ts'

/** Tokens are made by hand, so that they can be made wrong, and so that no library agrees with itself. */
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const providers = keyPair()
const strangers = keyPair()

const jwk = (key: KeyObject, members: Partial<JWK> = {}): JWK => ({
  ...key.export({ format: 'jwk' }),
  kid: 'key-1',
  ...members,
})
const published = createLocalJWKSet({ keys: [jwk(providers.publicKey)] })

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)).toString(
    'base64url',
  )

const pss = (input: string, key: KeyObject): string =>
  sign('sha256', Buffer.from(input), { key, padding: 6, saltLength: 32 }).toString('base64url')

const pkcs1 = (input: string, key: KeyObject): string => sign('sha256', Buffer.from(input), key).toString('base64url')

const token = (
  { header = {}, payload = { sub: 'subject' } }: { header?: Record<string, unknown>; payload?: unknown } = {},
  signature: (input: string) => string = (input) => pss(input, providers.privateKey),
): string => {
  const input = `${encode({ alg: 'PS256', kid: 'key-1', ...header })}.${encode(payload)}`
  return `${input}.${signature(input)}`
}

const open = (jws: string, keys: JWTVerifyGetKey = published, longest = 16_384) =>
  openJws(jws, { keys, algorithms: ['PS256'], longest })

const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

describe('an honest token', () => {
  test('opens: what it says, and under which key', async () => {
    expect(await open(token())).toEqual({ ok: true, value: { claims: { sub: 'subject' }, keyId: 'key-1' } })
  })

  test.each(['JWT', 'jwt', undefined])('with typ %s', async (typ) => {
    expect(await open(token({ header: { typ } }))).toMatchObject({ ok: true })
  })

  test('without a kid, when the provider has one key', async () => {
    expect(await open(token({ header: { kid: undefined } }))).toMatchObject({ ok: true, value: { keyId: undefined } })
  })

  test('whose kid picks one of several keys', async () => {
    const keys = createLocalJWKSet({ keys: [jwk(strangers.publicKey, { kid: 'key-0' }), jwk(providers.publicKey)] })
    expect(await open(token(), keys)).toMatchObject({ ok: true })
  })

  test('that claims nothing', async () => {
    expect(await open(token({ payload: {} }))).toMatchObject({ ok: true, value: { claims: {} } })
  })

  test('whose claims are named like members of every object', async () => {
    const end = await open(token({ payload: '{"__proto__":{"admin":true},"sub":"x"}' }))
    expect(end.ok && Object.hasOwn(end.value.claims, '__proto__')).toBe(true)
    expect(end.ok && end.value.claims['admin']).toBeUndefined()
  })
})

describe('who signed it', () => {
  const hmacWith = (secret: Buffer | string) => (input: string) =>
    createHmac('sha256', secret).update(input).digest('base64url')
  const pem = providers.publicKey.export({ type: 'spki', format: 'pem' })
  const der = providers.publicKey.export({ type: 'spki', format: 'der' })
  const modulus = Buffer.from(String(jwk(providers.publicKey).n), 'base64url')

  test.each([
    ['nobody (alg none)', token({ header: { alg: 'none' } }, () => ''), 'token-malformed'],
    [
      'nobody (alg none), with something where a signature goes',
      token({ header: { alg: 'none' } }),
      'algorithm-mismatch',
    ],
    ['nobody (alg None)', token({ header: { alg: 'None' } }), 'algorithm-mismatch'],
    ['who knows the public key (HS256, PEM)', token({ header: { alg: 'HS256' } }, hmacWith(pem)), 'algorithm-mismatch'],
    ['who knows the public key (HS256, DER)', token({ header: { alg: 'HS256' } }, hmacWith(der)), 'algorithm-mismatch'],
    [
      'who knows the public key (HS256, modulus)',
      token({ header: { alg: 'HS256' } }, hmacWith(modulus)),
      'algorithm-mismatch',
    ],
    [
      'the provider, the old way',
      token({ header: { alg: 'RS256' } }, (input) => pkcs1(input, providers.privateKey)),
      'algorithm-mismatch',
    ],
    [
      'the provider, the old way under the new name',
      token({}, (input) => pkcs1(input, providers.privateKey)),
      'signature-invalid',
    ],
    [
      'a stranger, under our provider’s kid',
      token({}, (input) => pss(input, strangers.privateKey)),
      'signature-invalid',
    ],
    [
      'a stranger, under a kid nobody has',
      token({ header: { kid: 'key-9' } }, (input) => pss(input, strangers.privateKey)),
      'key-unknown',
    ],
    [
      'a stranger, without a kid',
      token({ header: { kid: undefined } }, (input) => pss(input, strangers.privateKey)),
      'signature-invalid',
    ],
    ['who does not say how', token({ header: { alg: undefined } }), 'token-malformed'],
    ['who says how in a list', token({ header: { alg: ['PS256'] } }), 'token-malformed'],
  ])('%s', async (_, jws, code) => {
    expect(await open(jws)).toEqual(refusedAs(code))
  })

  test('without a kid, when the provider has two keys: nothing is tried', async () => {
    const keys = createLocalJWKSet({ keys: [jwk(providers.publicKey), jwk(strangers.publicKey, { kid: 'key-2' })] })
    expect(await open(token({ header: { kid: undefined } }), keys)).toEqual(refusedAs('key-unknown'))
  })

  test.each([
    ['for encryption', { use: 'enc' }],
    ['for another algorithm', { alg: 'RS256' }],
    ['for signing alone', { key_ops: ['sign'] }],
  ])('with a key that is published %s', async (_, members) => {
    const keys = createLocalJWKSet({ keys: [jwk(providers.publicKey, members)] })
    expect(await open(token(), keys)).toEqual(refusedAs('key-unknown'))
  })

  test('a letter of the claims was changed afterwards', async () => {
    const [header, , signature] = token().split('.')
    expect(await open(`${header}.${encode({ sub: 'another' })}.${signature}`)).toEqual(refusedAs('signature-invalid'))
  })

  test('the signature belongs to another token of the provider', async () => {
    const [header, payload] = token().split('.')
    const [, , signature] = token({ payload: { sub: 'another' } }).split('.')
    expect(await open(`${header}.${payload}.${signature}`)).toEqual(refusedAs('signature-invalid'))
  })
})

describe('a key that the token brings along is not looked at', () => {
  test.each(['jku', 'x5u'])('%s: nothing is fetched', async (member) => {
    const { origin, received } = await listen((response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: [jwk(strangers.publicKey)] })),
    )
    const jws = token({ header: { [member]: `${origin}/keys` } }, (input) => pss(input, strangers.privateKey))
    expect(await open(jws)).toEqual(refusedAs('signature-invalid'))
    expect(received).toEqual([])
  })

  test.each([
    ['jwk', jwk(strangers.publicKey)],
    ['x5c', [strangers.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')]],
  ])('%s', async (member, value) => {
    const header = { [member]: value }
    expect(await open(token({ header }, (input) => pss(input, strangers.privateKey)))).toEqual(
      refusedAs('signature-invalid'),
    )
    // And it does no harm to a token that is honest otherwise.
    expect(await open(token({ header }))).toMatchObject({ ok: true })
  })
})

describe('what it is', () => {
  test.each([
    ['an access token', { typ: 'at+jwt' }, 'token-type-mismatch'],
    ['an access token, in full', { typ: 'application/at+jwt' }, 'token-type-mismatch'],
    ['a logout token', { typ: 'logout+jwt' }, 'token-type-mismatch'],
    ['a DPoP proof', { typ: 'dpop+jwt' }, 'token-type-mismatch'],
    ['a security event', { typ: 'secevent+jwt' }, 'token-type-mismatch'],
    ['something with no name', { typ: '' }, 'token-type-mismatch'],
    ['something whose name is no text', { typ: ['JWT'] }, 'token-type-mismatch'],
    ['something critical that the library would understand', { crit: ['b64'], b64: true }, 'token-malformed'],
    ['something that must be understood, and is not', { crit: ['exp'], exp: 1 }, 'token-malformed'],
    ['something critical that is not there', { crit: ['b64'] }, 'token-malformed'],
    ['something critical, but nothing is', { crit: [] }, 'token-malformed'],
  ])('%s', async (_, header, code) => {
    expect(await open(token({ header }))).toEqual(refusedAs(code))
  })

  test('a payload that is not encoded (RFC 7797)', async () => {
    expect(await open(token({ header: { b64: false, crit: ['b64'] } }))).toMatchObject({ ok: false })
  })

  test.each([
    ['a list', [{ sub: 'x' }]],
    ['null', null],
    ['a text', '"subject"'],
    ['a number', 7],
    ['no JSON', 'sub=subject'],
    ['JSON with something after', '{"sub":"x"} {"sub":"y"}'],
    ['JSON that breaks off', '{"sub":"x"'],
    ['broken UTF-8 in a subject', Buffer.from([...Buffer.from('{"sub":"'), 0xc3, 0x28, ...Buffer.from('"}')])],
    ['overlong UTF-8', Buffer.from([...Buffer.from('{"sub":"'), 0xc0, 0xaf, ...Buffer.from('"}')])],
    ['half a character', Buffer.from([...Buffer.from('{"sub":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')])],
  ])('its claims are %s', async (_, payload) => {
    expect(await open(token({ payload }))).toEqual(refusedAs('token-malformed'))
  })

  test.each([
    ['no JSON', 'alg=PS256'],
    ['a list', ['PS256']],
    ['null', 'null'],
  ])('its header is %s', async (_, header) => {
    const [, payload, signature] = token().split('.')
    expect(await open(`${encode(header)}.${payload}.${signature}`)).toEqual(refusedAs('token-malformed'))
  })

  test.each([
    ['header', '{"alg":"none","alg":"PS256","kid":"key-1"}', '{"sub":"x"}'],
    ['payload', '{"alg":"PS256","kid":"key-1"}', '{"sub":"x","sub":"y"}'],
  ])('its %s says a thing twice, however well it is signed', async (_, header, payload) => {
    const input = `${encode(header)}.${encode(payload)}`
    await expect(open(`${input}.${pss(input, providers.privateKey)}`)).rejects.toMatchObject({
      code: 'json-duplicate-member',
    })
  })

  test('longer than any honest token', async () => {
    const jws = token({ payload: { sub: 'x', filler: 'y'.repeat(1000) } })
    expect(await open(jws, published, jws.length)).toMatchObject({ ok: true })
    expect(await open(jws, published, jws.length - 1)).toEqual(refusedAs('token-malformed'))
  })
})

describe('an honest token in another spelling', () => {
  test.each(spellings(token()))('%s', async (_, spelling) => {
    expect(await open(spelling)).toEqual(refusedAs('token-malformed'))
  })
})

describe('keys that cannot be used are a fault of the provider’s keys, not of the token', () => {
  test('the key set cannot be read', async () => {
    const keys: JWTVerifyGetKey = async () => {
      throw new TypeError('fetch failed')
    }
    await expect(open(token(), keys)).rejects.toMatchObject({ code: 'provider-keys-unavailable', message: 'TypeError' })
  })

  test('and who reads them does not say why', async () => {
    const keys: JWTVerifyGetKey = () => Promise.reject('no reason')
    await expect(open(token(), keys)).rejects.toMatchObject({ code: 'provider-keys-unavailable', message: 'unknown' })
  })

  test('the key is too short to trust (RFC 7518 §3.5)', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const keys = createLocalJWKSet({ keys: [jwk(short.publicKey)] })
    const jws = token({}, (input) => pss(input, short.privateKey))
    await expect(open(jws, keys)).rejects.toMatchObject({ code: 'provider-keys-unavailable' })
  })
})
