import { constants, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLogin, aRecord, aSession, noonSeconds } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

describe.each(twins)('keys, $name', ({ open, possible }) => {
  let twin: Twin
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  it.runIf(possible).each(['PS256', 'RS256'] as const)(
    'signs %s so that the published key verifies it',
    async (algorithm) => {
      const signature = await twin.clientKey.sign('omera-bank', algorithm, 'header.claims')
      const [jwk] = await twin.clientPublicKeys.all()
      const key = createPublicKey({ key: { kty: 'RSA', n: jwk?.n ?? '', e: jwk?.e ?? '' }, format: 'jwk' })
      const padding =
        algorithm === 'PS256'
          ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
          : { padding: constants.RSA_PKCS1_PADDING }
      expect(
        verify('sha256', Buffer.from('header.claims'), { key, ...padding }, Buffer.from(signature, 'base64url')),
      ).toBe(true)
    },
  )

  it.runIf(possible)('publishes the key under the id it signs with', async () => {
    const keys = await twin.clientPublicKeys.all()
    expect(keys).toEqual([expect.objectContaining({ kid: twin.clientKey.keyId('omera-bank'), use: 'sig', kty: 'RSA' })])
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  })

  it.runIf(possible)('has no key for a stranger', async () => {
    await expect(Promise.resolve().then(() => twin.clientKey.sign('stranger', 'PS256', 'a.b'))).rejects.toMatchObject({
      code: 'key-unavailable',
    })
  })

  it.runIf(possible)('makes a subject key that exists only once it is stored with a login', async () => {
    const made = await twin.subjectKeys.keyFor('p_one')
    expect(made.key).toHaveLength(32)
    expect(made.newlyWrapped).toBeDefined()
    expect(await twin.subjectKeyring.open('p_one')).toBeUndefined()

    await twin.newLoginTransactions.begin(aLogin({ stateHash: 'with-key' }))
    const by = { service: 'omera-bank', browserHash: 'browser-hash', claimId: 'one', now: noonSeconds }
    await twin.loginTransactions.claim('with-key', by)
    const session = aSession({ sessionHash: 'with-key', subject: 'p_one' })
    const wrapped = made.newlyWrapped ?? ''
    await twin.loginRecords.keep(
      aRecord({ stateHash: 'with-key', session, verifiedClaims: [], newSubjectKey: wrapped, keyId: made.keyId }),
    )

    expect(Buffer.from((await twin.subjectKeyring.open('p_one'))?.key ?? [])).toEqual(Buffer.from(made.key))
    const again = await twin.subjectKeys.keyFor('p_one')
    expect(Buffer.from(again.key)).toEqual(Buffer.from(made.key))
    expect(again.newlyWrapped).toBeUndefined()
  })

  it.runIf(possible)('gives every subject a key of its own', async () => {
    const [one, two] = await Promise.all([twin.subjectKeys.keyFor('p_a'), twin.subjectKeys.keyFor('p_b')])
    expect(Buffer.from(one.key)).not.toEqual(Buffer.from(two.key))
  })

  it.runIf(possible)('appends to the audit trail, once however often it is told, and never overwrites', async () => {
    const { audit } = aRecord()
    await twin.auditTrail.record({ ...audit, id: 'once' })
    await twin.auditTrail.record({ ...audit, id: 'once' })
    await expect(twin.auditTrail.record({ ...audit, id: 'once', outcome: 'deny' })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
  })
})
