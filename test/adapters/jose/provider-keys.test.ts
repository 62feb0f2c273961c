import { generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { openJws } from '../../../shared/adapters/jose/open-jws.ts'
import { providerKeys } from '../../../shared/adapters/jose/provider-keys.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }] }
const signedUnder = (kid: string) =>
  new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'PS256', kid }).sign(privateKey)

const clock = { now: 0 }

/** A key set at an address, and how often it was asked for. */
const published = (answer: () => Response | Promise<Response> = () => Response.json(keySet)) => {
  const asked: string[] = []
  const keys = providerKeys(
    new URL('https://esignet.example/jwks'),
    async (url) => {
      asked.push(String(url))
      return answer()
    },
    { now: () => clock.now, pinned: undefined },
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

describe('keys that cannot be read', () => {
  test.each([
    ['the provider fails', () => new Response('', { status: 500 })],
    ['the provider sends us elsewhere', () => new Response(null, { status: 302, headers: { location: '/elsewhere' } })],
    ['it is no JSON', () => new Response('<html>')],
    ['it is no key set', () => Response.json({ keys: 'none' })],
    ['it is a list', () => Response.json([])],
    ['nobody listens', () => Promise.reject(new TypeError('fetch failed'))],
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

  test('the fault repeats nothing of what the provider said', async () => {
    const { keys } = published(() => Promise.reject(new TypeError('secret in a message')))
    await expect(keys.prepare()).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
  })
})
