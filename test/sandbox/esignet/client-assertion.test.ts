import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import type { Party } from './login.ts'
import { people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let party: Party
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
  party = await newRelyingParty(esignet.url)
})
afterAll(() => esignet.close())

/** Claims that change a good assertion, given the second at which it is made. */
type Change = Record<string, unknown> | ((second: number) => Record<string, unknown>)
const cases: [fine: boolean, what: string, change: Change, header?: { kid?: string; typ?: string }][] = [
  [true, 'as it should be', {}],
  [true, 'without kid', {}, {}],
  [true, 'typ JWT', {}, { kid: 'sig-1', typ: 'JWT' }],
  [true, 'without iat', { iat: undefined }],
  [true, 'expired within the five seconds of leeway', (second) => ({ exp: second - 1 })],
  [false, 'another kid', {}, { kid: 'sig-2' }],
  [false, 'another typ', {}, { kid: 'sig-1', typ: 'dpop+jwt' }],
  [false, 'another issuer', { iss: 'somebody' }],
  [false, 'another subject', { sub: 'somebody' }],
  [false, 'another audience', { aud: 'https://elsewhere.example' }],
  [false, 'no audience', { aud: undefined }],
  [false, 'no exp', { exp: undefined }],
  [false, 'expired', (second) => ({ exp: second - 60 })],
  [false, 'not yet valid', (second) => ({ nbf: second + 600 })],
  [false, 'no jti', { jti: undefined }],
]

test.each(cases)('accepted %s: %s', async (fine, _what, change, header) => {
  const claims = typeof change === 'function' ? change(Math.floor(Date.now() / 1000)) : change
  const { status, body } = await party.push(
    party.authorization({ client_assertion: await party.assertion(claims, header) }),
  )
  if (fine) expect(status).toBe(201)
  else expect([status, body]).toEqual([400, { error: 'invalid_client', error_description: 'invalid_client' }])
})

test('a signature by another key is refused', async () => {
  const other = await newRelyingParty(esignet.url)
  const client_assertion = await other.assertion({ iss: party.clientId, sub: party.clientId })
  expect((await party.push(party.authorization({ client_assertion }))).body.error).toBe('invalid_client')
})
