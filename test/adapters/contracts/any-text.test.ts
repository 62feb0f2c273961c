import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLogin, aRecord, aSession, aVerification, noonSeconds, sealed } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

/** Words of the expression language (names that need a placeholder), words of JavaScript, and what looks like our keys. */
const awkward = fc.constantFrom(
  'name',
  'state',
  'size',
  'owner',
  'attribute_not_exists(fact)',
  ':now',
  '#state',
  'a.b[0]',
  'toString',
  'SVC#visa#SUB#p_other',
  'PLAIN',
  'NULL',
  '0',
  '\u0000',
  '\u200b',
  'ឈ្មោះ',
  '👩‍👩‍👧',
  'e\u0301',
)
/** Well-formed: half a surrogate is no character, and no JSON that we accept has one. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  awkward,
)
const named = fc.oneof(text, awkward).filter((name) => name !== '' && name !== '__proto__')
const values = fc.dictionary(named, text, { maxKeys: 6, noNullPrototype: true })
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined, freq: 2 })

const verification = fc.record({
  trustFramework: fc.oneof(
    text.filter((name) => name !== ''),
    fc.string({ unit: 'grapheme', minLength: 300, maxLength: 400 }),
  ),
  assuranceLevel: text,
  verificationProcess: text,
  verifiers: fc.array(text, { maxLength: 3 }),
  claimNames: fc.array(named, { maxLength: 3 }),
  evidence: fc.array(
    fc.record({
      type: fc.constantFrom('document' as const, 'vouch' as const),
      kind: text,
      checkMethods: fc.array(text, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
})

describe.each(twins)('any text, $name', ({ open, possible }) => {
  let twin: Twin
  let count = 0
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  it.runIf(possible)('comes back from a login as it was', async () => {
    const login = fc.record({ act: text, returnTo: text, acrValues: fc.array(text, { maxLength: 3 }) })
    await fc.assert(
      fc.asyncProperty(login, optional(text), async (wish, nonce) => {
        const whole = aLogin({ ...wish, nonce: `n${nonce ?? ''}`, stateHash: `any-login-${++count}` })
        await twin.newLoginTransactions.begin(whole)
        const by = { service: 'omera-bank', browserHash: 'browser-hash', claimId: 'one', now: noonSeconds }
        expect(await twin.loginTransactions.claim(whole.stateHash, by)).toEqual({ ok: true, value: whole })
      }),
      { numRuns: 40 },
    )
  })

  it.runIf(possible)('comes back from claims and session as it was, and of nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(verification, values, values, fc.array(text), async (told, verified, plain, acr) => {
        const subject = `p_any-${++count}`
        const stateHash = `any-record-${count}`
        await twin.newLoginTransactions.begin(aLogin({ stateHash }))
        const by = { service: 'omera-bank', browserHash: 'browser-hash', claimId: 'one', now: noonSeconds }
        await twin.loginTransactions.claim(stateHash, by)
        const record = aRecord({
          stateHash,
          session: aSession({ sessionHash: stateHash, subject, acr }),
          verifiedClaims: [sealed({ subject, verification: aVerification({ ...told, id: 'any' }), values: verified })],
          plainClaims: plain,
        })
        await twin.loginRecords.keep({ ...record, audit: { ...record.audit, id: stateHash } })
        expect(await twin.verifiedClaims.of('omera-bank', subject, noonSeconds)).toEqual({
          verified: record.verifiedClaims,
          ...(Object.keys(plain).length === 0 ? {} : { plain: { values: plain, keyId: record.keyId } }),
          lastLogin: { acr, authTime: record.session.authTime, keyId: record.keyId },
        })
        expect(await twin.sessions.find(stateHash, noonSeconds)).toEqual(record.session)
      }),
      { numRuns: 60 },
    )
  })
})
