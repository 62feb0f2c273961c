import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { CompactEncrypt, CompactSign } from 'jose'
import { describe, expect, it } from 'vitest'
import { openJwe } from '../../../shared/adapters/jose/open-jwe.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 })
let unwrapped = 0
/** As KMS does it: nothing, when it was not wrapped for this key. */
const unwrap = async (encryptedKey: Uint8Array): Promise<Uint8Array | undefined> => {
  unwrapped += 1
  try {
    return privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      encryptedKey,
    )
  } catch {
    return undefined
  }
}
const text = (value: string) => new TextEncoder().encode(value)
const inner = await new CompactSign(text('{"sub":"x"}')).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
const envelope = (content: string | Uint8Array, header: object = {}, key = publicKey) =>
  new CompactEncrypt(typeof content === 'string' ? text(content) : content)
    .setProtectedHeader({
      alg: 'RSA-OAEP-256',
      enc: 'A256GCM',
      cty: 'JWT',
      kid: 'of the servers own making',
      ...header,
    })
    .encrypt(key)
const b64 = (value: object | string) =>
  Buffer.from(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)).toString(
    'base64url',
  )
const withHeader = async (header: object | string) =>
  [b64(header), ...(await envelope(inner)).split('.').slice(1)].join('.')
const changed = async (at: number, change: (part: string) => string) =>
  (await envelope(inner))
    .split('.')
    .map((part, index) => (index === at ? change(part) : part))
    .join('.')
const flip = (part: string) => {
  const bytes = Buffer.from(part, 'base64url')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return bytes.toString('base64url')
}

describe('encrypted UserInfo', () => {
  it('opens to the signed claims inside', async () => {
    expect(await openJwe(await envelope(inner), unwrap)).toEqual({ ok: true, value: inner })
  })

  it.each([
    ['another padding', () => envelope(inner, { alg: 'RSA-OAEP' }), 'userinfo-encryption-mismatch'],
    ['the oldest padding', () => withHeader({ alg: 'RSA1_5', enc: 'A256GCM' }), 'userinfo-encryption-mismatch'],
    ['a shared key', () => withHeader({ alg: 'dir', enc: 'A256GCM' }), 'userinfo-encryption-mismatch'],
    [
      'a password',
      () => withHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1e9 }),
      'userinfo-encryption-mismatch',
    ],
    ['a shorter content key', () => envelope(inner, { enc: 'A128GCM' }), 'userinfo-encryption-mismatch'],
    [
      'another content cipher',
      () => withHeader({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' }),
      'userinfo-encryption-mismatch',
    ],
    [
      'a critical extension',
      () => withHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', crit: ['x'] }),
      'userinfo-encryption-mismatch',
    ],
    ['compression', () => withHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' }), 'userinfo-compressed'],
    ['a header that is none', () => withHeader('["RSA-OAEP-256"]'), 'token-malformed'],
    ['a header that is no JSON', () => withHeader('{'), 'token-malformed'],
    ['a header that is nothing', () => withHeader('null'), 'token-malformed'],
    ['a header that is a text', () => withHeader('"RSA-OAEP-256"'), 'token-malformed'],
    [
      'a broken character',
      () => withHeader(Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"\xff"}', 'latin1')),
      'token-malformed',
    ],
  ])('is refused by its header with %s, before any key is used', async (_, make, code) => {
    const token = await make().catch(() => withHeader({ alg: 'RSA-OAEP-256', enc: 'A128GCM' }))
    unwrapped = 0
    expect(await openJwe(token, unwrap)).toMatchObject({ ok: false, refusal: { code } })
    expect(unwrapped).toBe(0)
  })

  it.each([
    ['a sixth part', async () => `${await envelope(inner)}.AAAA`],
    ['a padded header', () => changed(0, (part) => `${part}=`)],
    ['a padded key', () => changed(1, (part) => `${part}=`)],
    ['a space before its content', () => changed(3, (part) => ` ${part}`)],
    ['a line break after its content', () => changed(3, (part) => `${part}\n`)],
    ['no key', () => changed(1, () => '')],
    ['a nonce of other length', () => changed(2, () => 'AAAA')],
    ['no content', () => changed(3, () => '')],
    ['a shorter tag', () => changed(4, (part) => part.slice(0, 16))],
  ])('is no envelope with %s', async (_, make) => {
    const token = await make()
    unwrapped = 0
    expect(await openJwe(token, unwrap)).toEqual({ ok: false, refusal: { code: 'token-malformed' } })
    expect(unwrapped).toBe(0)
  })

  it('is refused when the header says a thing twice', async () => {
    const token = await withHeader('{"alg":"RSA-OAEP-256","enc":"A256GCM","alg":"dir"}')
    await expect(openJwe(token, unwrap)).rejects.toMatchObject({ code: 'json-duplicate-member' })
  })

  it.each([
    ['for somebody else', () => envelope(inner, {}, strangers.publicKey)],
    ['with another tag', () => changed(4, flip)],
    ['with another nonce', () => changed(2, flip)],
    ['with changed content', () => changed(3, flip)],
    ['with content that is no text', () => envelope(Buffer.from([0xff]))],
    ['with a changed wrapped key', () => changed(1, flip)],
    ['with a header put in afterwards', () => withHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })],
  ])('does not open %s, and says no more than that', async (_, make) => {
    expect(await openJwe(await make(), unwrap)).toEqual({ ok: false, refusal: { code: 'userinfo-undecipherable' } })
  })

  it.each([
    ['bare claims', '{"sub":"x"}', 'userinfo-unsigned'],
    ['bare claims that hold two dots', '{"iss":"a.b.c"}', 'userinfo-unsigned'],
    ['a token of four parts', 'a.b.c.d', 'userinfo-unsigned'],
    ['another envelope', 'a.b.c.d.e', 'userinfo-nested-too-deep'],
  ])('is refused with %s inside', async (_, content, code) => {
    expect(await openJwe(await envelope(content), unwrap)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each(['a.b.c.d.e', 'a.b.c', '', 'a.b.c.d.e.f'])('%j is none', async (token) => {
    expect(await openJwe(token, unwrap)).toMatchObject({ ok: false, refusal: { code: 'token-malformed' } })
  })

  it('is never inflated', async () => {
    const bomb = deflateRawSync(Buffer.alloc(1024 * 1024)).toString('base64url')
    expect(await openJwe(await envelope(bomb, {}), unwrap)).toMatchObject({ ok: false })
  })
})
