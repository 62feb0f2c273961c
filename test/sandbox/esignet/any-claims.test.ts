import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, type Party } from './login.ts'
import { people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let party: Party
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'oidc4ida' })
  party = await newRelyingParty(esignet.url)
})
afterAll(() => esignet.close())

// Half real words, half anything: deep enough to reach the grammar, odd enough to break it.
const word = fc.oneof(
  fc.constantFrom('name', 'email', 'essential', 'value', 'values', 'purpose', 'max_age', '__proto__', 'constructor'),
  fc.constantFrom('trust_framework', 'time', 'evidence', 'assurance_level', 'type', 'document', 'document_details'),
  fc.string({ maxLength: 5 }),
)
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 3600, 'eidas', 'document', '', '%'),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(word, tie('anything'), { maxKeys: 4 }),
  ),
}))
const shaped = fc.record({
  userinfo: fc.record({
    name: fc.oneof(fc.constant(null), anything),
    verified_claims: fc.oneof(
      anything,
      fc.record({
        verification: fc.record(
          { trust_framework: fc.oneof(fc.constant(null), anything), evidence: anything, time: anything },
          { requiredKeys: ['trust_framework'] },
        ),
        claims: fc.oneof(fc.constant({ name: null }), anything),
      }),
    ),
  }),
  id_token: fc.oneof(fc.constant(undefined), anything),
})
// Good enough for the grammar, so that the release has to cope with whatever evidence is asked in whatever shape.
const constraint = fc.constantFrom(null, {}, { value: 'eidas' }, { values: ['eidas', 'westalis-nid'] })
const part = fc.oneof(fc.constantFrom(null, {}, [], [null], 'passport', { value: 'passport' }), anything)
const wellFormed = fc.record({
  userinfo: fc.record({
    verified_claims: fc.record({
      verification: fc.record(
        {
          trust_framework: constraint,
          verifier: part,
          time: fc.constantFrom(null, { max_age: 1 }, { max_age: 1e9 }),
          evidence: fc.array(
            fc.record(
              { type: fc.constantFrom('document', { value: 'document' }), check_details: part, anything_else: part },
              { requiredKeys: ['type'] },
            ),
            { minLength: 1, maxLength: 2 },
          ),
        },
        { requiredKeys: ['trust_framework'] },
      ),
      claims: fc.constantFrom({ name: null }, { name: { essential: true }, birthdate: null }),
    }),
  }),
})
const claimsText = fc.oneof(
  wellFormed.map((value) => JSON.stringify(value)),
  fc.string(),
  anything.map((value) => JSON.stringify(value)),
  shaped.map((value) => JSON.stringify(value)),
)

test('no claims text ever becomes a server fault: it is refused by code, or the login succeeds', async () => {
  await fc.assert(
    fc.asyncProperty(claimsText, async (claims) => {
      const pushed = await party.push(party.authorization({ claims }))
      expect([201, 400]).toContain(pushed.status)
      if (pushed.status === 400) return
      const end = await identify(party, party.authorization({ claims })).catch((error: Error) => error.message)
      if (typeof end === 'string') expect(end).toMatch(/login page shows (invalid_\w+|unknown_error)/)
      else expect(end.userinfo.sub).toBe(end.idToken.sub)
    }),
    { numRuns: 200 },
  )
}, 120_000)
