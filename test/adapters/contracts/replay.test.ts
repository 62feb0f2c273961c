import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noonSeconds } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

describe.each(twins)('ids that may be used once, $name', ({ open, possible }) => {
  let twin: Twin
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  const use = (id: string, attempt: string) => twin.replay.spend({ id, attempt, rememberUntil: noonSeconds + 60 })

  it.runIf(possible)('are fresh once', async () => {
    expect(await use('one', 'first')).toBe('fresh')
    expect(await use('one', 'second')).toBe('spent')
    expect(await use('one', 'third')).toBe('spent')
    expect(await use('another', 'second')).toBe('fresh')
  })

  it.runIf(possible)('are fresh again for the same attempt, whose answer was lost', async () => {
    expect(await use('repeated', 'first')).toBe('fresh')
    expect(await use('repeated', 'first')).toBe('fresh')
    expect(await use('repeated', 'second')).toBe('spent')
  })

  it.runIf(possible)('are fresh for one of fifty at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => use('raced', `attempt-${n}`)))
    expect(all.filter((answer) => answer === 'fresh')).toHaveLength(1)
  })

  it.runIf(possible)('stay spent when their time is over and nobody swept them', async () => {
    await twin.replay.spend({ id: 'old', attempt: 'first', rememberUntil: 1 })
    expect(await use('old', 'second')).toBe('spent')
  })
})

describe.each(twins)('the key of access tokens, $name', ({ open, possible }) => {
  let twin: Twin
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  it.runIf(possible)(
    'is published under the id it signs with, for its own algorithm, without its private half',
    async () => {
      const jwk = await twin.tokenKey.read()
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
      expect(jwk).toMatchObject({ kid: twin.tokenKey.keyId, alg: twin.tokenKey.algorithm, use: 'sig' })
    },
  )

  it.runIf(possible)('signs so that the published half verifies', async () => {
    const input = `${Buffer.from('{"alg":"PS256"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}`
    const token = `${input}.${await twin.tokenKey.sign(input)}`
    const key = await importJWK({ ...(await twin.tokenKey.read()) }, 'PS256')
    await expect(compactVerify(token, key, { algorithms: ['PS256'] })).resolves.toBeDefined()
  })
})
