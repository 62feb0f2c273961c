import { generateKeyPairSync } from 'node:crypto'
import { type JSONWebKeySet, SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openJws } from '../../../shared/adapters/jose/open-jws.ts'
import { providerKeys } from '../../../shared/adapters/jose/provider-keys.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }] }
const signedUnder = (kid: string) =>
  new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'PS256', kid }).sign(privateKey)

const clock = { now: 0 }

/** A key set at an address, and how often it was asked for. */
const published = (
  answer: () => Response | Promise<Response> = () => Response.json(keySet),
  { now = () => clock.now, pinned }: { now?: () => number; pinned?: JSONWebKeySet } = {},
) => {
  const asked: string[] = []
  const keys = providerKeys(
    new URL('https://esignet.example/jwks'),
    async (url, options) => {
      asked.push(String(url))
      expect(options?.signal, 'asked for with a limit of time').toBeInstanceOf(AbortSignal)
      return answer()
    },
    { now, pinned },
  )
  const open = async (kid: string) =>
    openJws(await signedUnder(kid), { keys: keys.find, algorithms: ['PS256'], longest: 16_384 })
  return { keys, asked, open }
}

describe('the keys of a provider', () => {
  test('are fetched once', async () => {
    const { keys, asked, open } = published()
    await keys.prepare()
    await keys.prepare()
    expect(await open('key-1')).toMatchObject({ ok: true })
    expect(await open('key-1')).toMatchObject({ ok: true })
    expect(asked).toEqual(['https://esignet.example/jwks'])
  })

  test('are fetched when a token needs them and nobody prepared', async () => {
    const { asked, open } = published()
    expect(await open('key-1')).toMatchObject({ ok: true })
    expect(asked).toHaveLength(1)
  })

  test('a flood of unknown keys is no flood of requests', async () => {
    const { keys, asked, open } = published()
    await keys.prepare()
    for (const kid of ['a', 'b', 'c', 'd'])
      expect(await open(kid)).toEqual({ ok: false, refusal: { code: 'key-unknown' } })
    expect(asked).toHaveLength(2)
    clock.now += 30_000
    await open('e')
    expect(asked).toHaveLength(3)
  })

  test('nor is one that lasts: twice a minute, by every clock there is', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: clock.now })
    try {
      const { keys, asked, open } = published(undefined, { now: Date.now })
      await keys.prepare()
      const minutes = 5
      for (let second = 0; second < minutes * 60; second++) {
        await open('nobody')
        vi.advanceTimersByTime(1_000)
      }
      expect(asked).toHaveLength(1 + 2 * minutes)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a provider that changes its keys', () => {
  test('loses no login: the unknown key is asked for at once, however fresh the set is', async () => {
    const younger = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const both = { keys: [...keySet.keys, { ...younger.publicKey.export({ format: 'jwk' }), kid: 'key-2' }] }
    let answers = 0
    const { keys } = published(() => Response.json(answers++ === 0 ? keySet : both))
    await keys.prepare()
    const token = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'PS256', kid: 'key-2' })
      .sign(younger.privateKey)
    clock.now += 60_000
    expect(await openJws(token, { keys: keys.find, algorithms: ['PS256'], longest: 16_384 })).toMatchObject({
      ok: true,
    })
  })
})

describe('a clock that jumps back by an hour', () => {
  const hour = 60 * 60_000
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 10 * hour })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const jumpBack = () => vi.setSystemTime(Date.now() - hour)

  test('makes no keys fresh for longer', async () => {
    const { keys, asked } = published(undefined, { now: Date.now })
    await keys.prepare()
    jumpBack()
    await keys.prepare()
    await keys.prepare()
    expect(asked).toHaveLength(2)
  })

  test('makes no pause longer', async () => {
    const { keys, asked, open } = published(undefined, { now: Date.now })
    await keys.prepare()
    await open('nobody')
    jumpBack()
    await keys.prepare()
    expect(asked).toHaveLength(3)
    expect(await open('nobody')).toEqual({ ok: false, refusal: { code: 'key-unknown' } })
    expect(asked).toHaveLength(4)
  })
})

describe('keys that cannot be read', () => {
  test.each([
    ['the provider fails', () => new Response('', { status: 500 })],
    ['the provider sends us elsewhere', () => new Response(null, { status: 302, headers: { location: '/elsewhere' } })],
    ['the provider fails, with a key set', () => Response.json(keySet, { status: 503 })],
    ['it is no JSON', () => new Response('<html>')],
    ['it is no key set', () => Response.json({ keys: 'none' })],
    ['it is a list', () => Response.json([])],
    ['nobody listens', () => Promise.reject(new TypeError('fetch failed'))],
    ['nobody says why', () => Promise.reject(undefined)],
  ])('%s', async (_, answer) => {
    const { keys, open } = published(answer)
    await expect(keys.prepare()).rejects.toMatchObject({ name: 'Fault', code: 'provider-keys-unavailable' })
    await expect(open('key-1')).rejects.toMatchObject({ name: 'Fault', code: 'provider-keys-unavailable' })
  })

  test('are asked for again the next time', async () => {
    let up = false
    const { keys } = published(() => (up ? Response.json(keySet) : new Response('', { status: 503 })))
    await expect(keys.prepare()).rejects.toMatchObject({ code: 'provider-keys-unavailable' })
    up = true
    await expect(keys.prepare()).resolves.toBeUndefined()
  })

  test.each([
    ['key set answered 500', () => new Response('', { status: 500 })],
    ['TypeError', () => Promise.reject(new TypeError('fetch failed'))],
    ['unknown', () => Promise.reject('no reason')],
  ])('the fault says for operators: %s', async (message, answer) => {
    await expect(published(answer).keys.prepare()).rejects.toMatchObject({ message })
  })

  test('the fault repeats nothing of what the provider said', async () => {
    const { keys } = published(() => Promise.reject(new TypeError('secret in a message')))
    await expect(keys.prepare()).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
  })
})

describe('keys that cannot be had any more', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const day = 24 * 60 * 60_000
  /** A provider that answered once, and what it answers for ever after, `later` milliseconds on. */
  const grownOld = async (later: number, answer: () => Response | Promise<Response>) => {
    let answers = 0
    const provider = published(() => (answers++ === 0 ? Response.json(keySet) : answer()), { now: () => Date.now() })
    await provider.keys.prepare()
    vi.setSystemTime(Date.now() + later)
    return provider
  }
  const down = [
    ['fails', () => new Response('', { status: 500 })],
    ['does not listen', () => Promise.reject(new TypeError('fetch failed'))],
  ] as const

  test.each(down)('still serve for a day while the provider %s', async (_, answer) => {
    const { keys, open } = await grownOld(day - 1, answer)
    await expect(keys.prepare()).resolves.toBeUndefined()
    expect(await open('key-1')).toMatchObject({ ok: true })
    expect(await open('key-2')).toMatchObject({ refusal: { code: 'key-unknown' } })
  })

  test.each(down)('do not serve for longer while it %s', async (_, answer) => {
    const { keys, open } = await grownOld(day, answer)
    await expect(keys.prepare()).rejects.toMatchObject({ code: 'provider-keys-unavailable' })
    await expect(open('key-1')).rejects.toMatchObject({ code: 'provider-keys-unavailable' })
  })

  test('do not make up for keys that cannot be trusted', async () => {
    const { keys, open } = await grownOld(day / 2, () => Response.json({ keys: [{ ...keySet.keys[0], d: 'secret' }] }))
    await expect(keys.prepare()).rejects.toMatchObject({ code: 'keys-untrustworthy' })
    await expect(open('key-1')).rejects.toMatchObject({ code: 'keys-untrustworthy' })
  })
})

describe('which key a token names', () => {
  const another = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const anotherKey = (kid: string) => ({ ...another.publicKey.export({ format: 'jwk' }), kid })
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })

  test('must not be one of two', async () => {
    const { open } = published(() => Response.json({ keys: [...keySet.keys, anotherKey('key-1')] }))
    await expect(open('key-1')).rejects.toMatchObject({
      code: 'keys-untrustworthy',
      message: 'two keys of one name',
    })
  })

  const openUnnamed = async ({ keys }: ReturnType<typeof published>) =>
    openJws(await new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'PS256' }).sign(privateKey), {
      keys: keys.find,
      algorithms: ['PS256'],
      longest: 16_384,
    })

  test.each([
    ['of one kind', keySet.keys[0], anotherKey('key-2')],
    ['of which only one has its algorithm', { ...keySet.keys[0], alg: 'PS256' }, { ...anotherKey('2'), alg: 'RS256' }],
  ])('must be said where there are two %s', async (_, ...both) => {
    const provider = published(() => Response.json({ keys: both }))
    expect(await openUnnamed(provider)).toEqual({ ok: false, refusal: { code: 'key-unknown' } })
  })

  test('must be said even while the provider fails, when there were two', async () => {
    let up = true
    const both = [
      { ...keySet.keys[0], alg: 'PS256' },
      { ...anotherKey('key-2'), alg: 'RS256' },
    ]
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const answer = () => (up ? Response.json({ keys: both }) : new Response('', { status: 503 }))
      const provider = published(answer, { now: () => Date.now() })
      await provider.keys.prepare()
      up = false
      vi.setSystemTime(Date.now() + 60 * 60_000)
      expect(await provider.open('key-1')).toMatchObject({ ok: true })
      expect(await openUnnamed(provider)).toEqual({ ok: false, refusal: { code: 'key-unknown' } })
    } finally {
      vi.useRealTimers()
    }
  })

  test('need not be said where the other one is for encryption, or there is none', async () => {
    const other = { ...anotherKey('key-2'), use: 'enc', alg: 'RSA-OAEP-256' }
    expect(await openUnnamed(published(() => Response.json({ keys: [...keySet.keys, other] })))).toMatchObject({
      ok: true,
    })
    expect(await openUnnamed(published())).toMatchObject({ ok: true })
  })

  test('must not be too weak, whatever else is published', async () => {
    const { keys, open } = published(() => Response.json({ keys: [...keySet.keys, { ...short, kid: 'weak' }] }))
    await keys.prepare()
    await expect(open('weak')).rejects.toMatchObject({ code: 'keys-untrustworthy', message: 'the key is too weak' })
    expect(await open('key-1')).toMatchObject({ ok: true })
  })

  test('may be one that an operator trusts besides', async () => {
    const others = () => Response.json({ keys: [anotherKey('key-2')] })
    const pinned = { keys: [{ kty: 'RSA', ...keySet.keys[0] }] }
    expect(await published(others, { pinned }).open('key-1')).toMatchObject({ ok: true })
    expect(await published(others).open('key-1')).toMatchObject({ refusal: { code: 'key-unknown' } })
    expect(await published(others, { pinned }).open('key-9')).toMatchObject({ refusal: { code: 'key-unknown' } })
  })
})
